{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100,"verdict":"ship"}
{"type":"verdict","tool":"birch.bbbbbb","name":"Birch","ship_pct":75,"verdict":"mixed"}
