{"type":"verdict","tool":"aspen.eeeeee","name":"Aspen","verdict":"skip"}
{"type":"verdict","tool":"ash.aaaaaa","name":"Ash","ship_pct":100,"verdict":"ship"}
