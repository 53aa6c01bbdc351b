// name: entities.namings
// doc: What documents say that entities are called, and how many documents say so.
// mode: read
// param: ids strings
// returns: entity_id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: documents int
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)<-[n:NAMES]-(d:Document)
WITH e, n, d
WHERE d.id IS NOT NULL
RETURN e.id AS entity_id, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.tickers AS tickers, count(d) AS documents
ORDER BY entity_id, kind, name, documents
