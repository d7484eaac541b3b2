{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","text":"Strong.","id":"2"}]}
