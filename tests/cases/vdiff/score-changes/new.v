{"type":"verdict","tool":"a","name":"Ash","score":{"n":3,"mean":77.5,"median":75,"min":60,"max":80,"sd":9}}
