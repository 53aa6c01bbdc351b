// name: save.judgements
// doc: Store what is judged, in place of what was judged of the same two ids before.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MERGE (j:Judgement {id: r.id})
SET j.left = r.left, j.right = r.right, j.verdict = r.verdict, j.score = r.score, j.why = r.why, j.by = r.by,
    j.at = r.at
