{"type":"verdict","tool":"ash","name":"Ash","entry":"trial"}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"ship"}
{"type":"verdict","tool":"cedar-2","name":"Cedar","verdict":"ship"}
