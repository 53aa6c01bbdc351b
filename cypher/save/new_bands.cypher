// name: save.new_bands
// doc: Store bands that nothing is in yet, each with its first document.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
CREATE (d)-[:IN_BAND]->(b:Band {id: r.band})
