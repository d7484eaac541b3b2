{"type":"verdict","tool":"ash","entry":"paid"}
