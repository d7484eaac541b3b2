{"type":"verdict","tool":"a","name":"Ash","score":{"n":2,"mean":75,"median":75,"min":70,"max":80,"sd":7.07}}
