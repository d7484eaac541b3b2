{"type":"verdict","tool":"birch.bbbbbb","name":"Birch","ship_pct":80,"pages":2,"interval":[30,95.5]}
{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100}
