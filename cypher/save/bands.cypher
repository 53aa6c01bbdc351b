// name: save.bands
// doc: Store which bands that are there documents are in.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
WITH d, r, r.band AS held
MATCH (b:Band {id: held})
CREATE (d)-[:IN_BAND]->(b)
