// name: save.new_sources
// doc: Store which new sources documents were read from.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
CREATE (d)-[:READ_FROM {name: r.name}]->(s:Source {id: r.id})
