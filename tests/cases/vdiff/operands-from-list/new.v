{"type":"verdict","tool":"a","name":"Ash","entry":"paid","pricing":"$12/mo"}
