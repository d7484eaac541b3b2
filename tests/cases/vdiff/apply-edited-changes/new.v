{"type":"verdict","tool":"ash","entry":"paid","pricing":"$5"}
