{"type":"verdict","tool":"ash","entry":"free","pricing":"Free"}
