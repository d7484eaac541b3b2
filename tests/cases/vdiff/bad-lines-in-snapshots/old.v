{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100}
{"type":"verdict","tool":"b"
