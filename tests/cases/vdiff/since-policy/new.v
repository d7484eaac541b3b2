{"type":"verdict","tool":"ash","name":"Ash","verdict":"mixed","reviews":1,"ship":1,"skip":0,"mixed":0,"entry":"paid","panel":[{"reviewer":"Builder","score":60,"verdict":"ship","id":"1"}],"policy":"strict-2"}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"mixed","reviews":1,"ship":0,"skip":0,"mixed":1,"panel":[{"reviewer":"Builder","score":60,"verdict":"mixed","id":"2","inferred":{"verdict":"score"}}],"policy":"strict-2"}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"mixed","reviews":1,"ship":0,"skip":0,"mixed":1,"panel":[{"reviewer":"Builder","score":60,"verdict":"mixed","id":"3"}],"policy":"strict-2"}
{"type":"verdict","tool":"elm","name":"Elm","verdict":"mixed","reviews":3,"ship":2,"skip":1,"mixed":0,"policy":"strict-2"}
