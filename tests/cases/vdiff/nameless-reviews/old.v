{"type":"verdict","tool":"a","name":"Ash","panel":[{"score":4},{"score":5},{"text":"Strong.","score":6}]}
