{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100}
{"type":"verdict","tool":"birch.bbbbbb","name":"Birch","ship_pct":75}
{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100,"entry":"paid"}
{"type":"verdict","tool":"birch.bbbbbb","name":"Birch","ship_pct":75,"entry":"free"}
{"type":"verdict","tool":"birch.bbbbbb","name":"Birch","ship_pct":75}
