{"type":"verdict","tool":"ash","name":"Ash","category":"Wood","entry":"paid","score":{"n":3,"mean":72.5,"median":72.49},"panel":[{"reviewer":"Builder","score":78,"text":"Light!"},{"reviewer":"Skeptic","score":65,"text":"It bends."},{"reviewer":"Creator","score":1,"text":"Fine."}]}
{"type":"verdict","tool":"birch","name":"Birch","score":{"n":1,"mean":69.9}}
