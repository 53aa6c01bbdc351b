// name: save.names
// doc: Store what a new document says that its entities are called.
// mode: write
// param: document_id string
// param: rows rows
MATCH (d:Document {id: $document_id})
UNWIND $rows AS r
MATCH (e:Entity {id: r.id})
CREATE (d)-[:NAMES {kind: r.kind, name: r.name, aliases: r.aliases, tickers: r.tickers}]->(e)
