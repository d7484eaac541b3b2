{"type":"verdict","tool":"birch","name":"Birch","verdict":"ship"}
{"type":"verdict","tool":"ash","name":"Ash","entry":"free","pages":1}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"ship"}
{"type":"verdict","tool":"elm","name":"Elm"}
