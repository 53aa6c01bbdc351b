// name: documents.namings
// doc: What a document says that its entities are called.
// mode: read
// param: document_id string
// returns: entity_id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: found strings
MATCH (d:Document {id: $document_id})-[n:NAMES]->(e:Entity)
RETURN e.id AS entity_id, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.tickers AS tickers,
       n.found AS found
ORDER BY entity_id
