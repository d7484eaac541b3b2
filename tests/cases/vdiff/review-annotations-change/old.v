{"type":"verdict","tool":"a","name":"Ash","panel":[{"reviewer":"Builder","mark":1}]}
