// name: save.names
// doc: Store what new documents say that their entities are called.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
WITH d, r, r.id AS named
MATCH (e:Entity {id: named})
CREATE (d)-[:NAMES {kind: r.kind, name: r.name, aliases: r.aliases, tickers: r.tickers, found: r.found}]->(e)
