// name: documents.namings
// doc: What documents say that their entities are called.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: entity_id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: found strings
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[n:NAMES]->(e:Entity)
WITH d, n, e
WHERE e.id IS NOT NULL
RETURN d.id AS document_id, e.id AS entity_id, n.kind AS kind, n.name AS name, n.aliases AS aliases,
       n.tickers AS tickers, n.found AS found
ORDER BY document_id, entity_id
