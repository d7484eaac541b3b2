{"type":"verdict","tool":"ash"}
{"type":"verdict","tool":"birch"}
{"type":"verdict","tool":"cedar"}
