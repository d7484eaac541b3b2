{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","text":"It is light, strong and cheap.","id":"1"}]}
