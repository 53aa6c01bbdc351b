// name: save.redirects
// doc: Store under which ids entities are kept that are found under others.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MERGE (x:Redirect {id: r.id})
SET x.kept = r.kept
