{"type":"verdict","tool":"a","name":"Ash","entry":"free"}
