{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","score":80,"id":"1"}]}
