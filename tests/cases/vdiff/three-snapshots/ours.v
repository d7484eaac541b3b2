{"type":"verdict","tool":"ash","name":"Ash","verdict":"mixed","category":"Wood","entry":"paid","pricing":"$5","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","text":"Light."},{"reviewer":"Skeptic","score":30,"verdict":"skip","text":"It bends."}]}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"skip"}
{"type":"verdict","tool":"elm","name":"Elm","verdict":"ship","entry":"free"}
