// name: save.sources
// doc: Store which sources that are there documents were read from.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
WITH d, r, r.id AS held
MATCH (s:Source {id: held})
CREATE (d)-[:READ_FROM {name: r.name}]->(s)
