// name: remove.judgements
// doc: Forget judgements.
// mode: write
// begins: ids
// param: ids strings
UNWIND $ids AS undone
MATCH (j:Judgement {id: undone})
DELETE j
