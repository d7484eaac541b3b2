{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":null,"score":80,"id":"1"}]}
