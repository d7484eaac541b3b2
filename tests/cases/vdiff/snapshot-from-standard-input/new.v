{"type":"verdict","tool":"a","name":"Ash","entry":"paid"}
