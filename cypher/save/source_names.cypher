// name: save.source_names
// doc: Store what the source of documents is called.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.id})
SET d.source = r.name
