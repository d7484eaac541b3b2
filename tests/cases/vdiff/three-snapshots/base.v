{"type":"verdict","tool":"ash","name":"Ash","verdict":"ship","category":"Trees","entry":"free","pricing":"Free","panel":[{"reviewer":"Builder","score":80,"verdict":"ship","text":"Light and strong."},{"reviewer":"Skeptic","score":70,"verdict":"ship","text":"It bends."}]}
{"type":"verdict","tool":"birch","name":"Birch","verdict":"mixed","entry":"free"}
{"type":"verdict","tool":"cedar","name":"Cedar","verdict":"skip"}
