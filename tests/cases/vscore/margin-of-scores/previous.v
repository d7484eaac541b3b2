{"type":"verdict","tool":"anvil","verdict":"ship"}
{"type":"verdict","tool":"bellows","verdict":"ship"}
{"type":"verdict","tool":"crucible","verdict":"ship"}
