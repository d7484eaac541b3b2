{"type":"verdict","tool":"ash","entry":"paid"}
{"type":"verdict","tool":"birch","score":{"mean":75}}
{"type":"verdict","tool":"cedar","pages":2}
{"type":"verdict","tool":"elm"}
{"type":"verdict","tool":"fir","panel":[{"reviewer":"Builder","score":2}]}
