{"type":"verdict","tool":"elm"}
{"type":"verdict","tool":"ash","entry":"trial"}
{"type":"verdict","tool":"birch","score":{"mean":71}}
{"type":"verdict","tool":"fir","panel":[{"reviewer":"Builder","score":3}]}
