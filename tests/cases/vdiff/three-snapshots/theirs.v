{"type":"verdict","tool":"ash","name":"Ash","verdict":"mixed","category":"Trees","entry":"paid","pricing":"$9","panel":[{"reviewer":"Builder","score":20,"verdict":"skip","text":"Strong."},{"reviewer":"Skeptic","score":70,"verdict":"ship","text":"It bends well."}]}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"mixed","entry":"paid"}
{"type":"verdict","tool":"elm","name":"Elm","verdict":"ship","entry":"paid"}
