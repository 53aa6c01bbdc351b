// name: entities.namings
// doc: What documents say that entities are called, and how many documents say so.
// mode: read
// begins: ids
// param: ids strings
// returns: entity_id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: found strings
// returns: documents int
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)<-[n:NAMES]-(d:Document)
WITH e, n, d
WHERE d.id IS NOT NULL
WITH e.id AS entity_id, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.tickers AS tickers,
     n.found AS found, count(d) AS documents, min(d.id) AS first_of_them
RETURN entity_id AS entity_id, kind AS kind, name AS name, aliases AS aliases, tickers AS tickers,
       found AS found, documents AS documents
ORDER BY entity_id, kind, name, first_of_them
