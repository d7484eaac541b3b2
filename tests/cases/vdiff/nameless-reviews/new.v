{"type":"verdict","tool":"a","name":"Ash","panel":[{"score":6,"text":"Strong."},{"score":4},{"score":5}]}
