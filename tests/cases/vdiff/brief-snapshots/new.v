{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","id":"1"}]}
