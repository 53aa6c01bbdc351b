// name: save.found
// doc: Store what was found in documents that name merged entities, or that nothing of them is to be kept.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.id})
SET d.found = r.found
