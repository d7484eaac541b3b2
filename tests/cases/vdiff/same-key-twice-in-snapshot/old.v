{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100}
