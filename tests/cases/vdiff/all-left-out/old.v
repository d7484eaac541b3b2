{"type":"verdict","tool":"ash","entry":"free"}
