{ "tool":"elm", "type":"verdict","name":"\u0045lm","mine":[1.50,{"b":1,"a":2}]}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"ship"}
{"type":"verdict","tool":"fir","name":"Größer “fir”","verdict":"skip"}
{"type":"verdict","tool":"ash","name":"Ash","entry":"free","pages":2}
