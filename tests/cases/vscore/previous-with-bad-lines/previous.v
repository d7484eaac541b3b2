{"type":"verdict","tool":"anvil","verdict":"good"}
{"type":"verdict","tool":3,"verdict":"ship"}
{"type":"verdict",
{"type":"verdict","tool":"anvil","verdict":"ship"}
{"type":"verdict","tool":"anvil","verdict":null}
