{"type":"verdict","tool":"a","name":"Ash","entry":"free","pricing":"Free tier / $8/mo"}
