{"type":"verdict","tool":"z","name":"Zelkova","verdict":"ship","pricing":"$1","panel":[{"reviewer":"Skeptic","score":1,"verdict":"skip","text":"a"},{"reviewer":"Builder","score":1,"verdict":"skip","text":"b"}]}
{"type":"verdict","tool":"b","name":"Birch","verdict":"ship"}
{"type":"verdict","tool":"a","name":"Ash","policy":"1"}
