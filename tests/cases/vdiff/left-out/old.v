{"type":"verdict","tool":"ash","name":"Ash","category":"Trees","entry":"free","score":{"n":2,"mean":70,"median":70},"panel":[{"reviewer":"Builder","score":80,"text":"Light."},{"reviewer":"Skeptic","score":60,"text":"It bends."},{"reviewer":"Creator","score":null,"text":"Fine."}]}
{"type":"verdict","tool":"birch","name":"Birch","score":{"n":1,"mean":70}}
