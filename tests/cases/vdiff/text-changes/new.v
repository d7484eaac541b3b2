{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","text":"It is light, “strong” and no longer cheap.","id":"2"}]}
