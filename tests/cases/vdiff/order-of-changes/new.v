{"type":"verdict","tool":"a","name":"Ash","policy":"2"}
{"type":"verdict","tool":"a-b","name":"Alder","verdict":"ship"}
{"type":"verdict","tool":"z","name":"Zelkova","verdict":"skip","category":"Wood","pricing":"$2","panel":[{"reviewer":"Skeptic","score":2,"verdict":"ship","text":"c"},{"reviewer":"Builder","score":2,"verdict":"ship","text":"d"}]}
