{"type":"verdict","tool":"ash","entry":"free"}
{"type":"verdict","tool":"birch","score":{"mean":70}}
{"type":"verdict","tool":"cedar","pages":1}
{"type":"verdict","tool":"fir","panel":[{"reviewer":"Builder","score":1}]}
