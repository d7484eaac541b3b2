{"type":"verdict","tool":"ash","name":"Ash","entry":"free"}
{"type":"group","by":"category"}
{"type":"verdict","tool":"ash","name":"Ash","entry":"paid"}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"ship"}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"ship"}
