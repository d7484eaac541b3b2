{"type":"verdict","tool":"ash","name":"Ash","verdict":"ship","reviews":1,"ship":1,"skip":0,"mixed":0,"entry":"free","panel":[{"reviewer":"Builder","score":60,"verdict":"ship","id":"1"}],"policy":"panel-1"}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"ship","reviews":1,"ship":1,"skip":0,"mixed":0,"panel":[{"reviewer":"Builder","score":60,"verdict":"ship","id":"2","inferred":{"verdict":"score"}}],"policy":"panel-1"}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"ship","reviews":1,"ship":1,"skip":0,"mixed":0,"panel":[{"reviewer":"Builder","score":60,"verdict":"ship","id":"3"}],"policy":"panel-1"}
{"type":"verdict","tool":"elm","name":"Elm","verdict":"ship","reviews":3,"ship":3,"skip":0,"mixed":0,"policy":"panel-1"}
