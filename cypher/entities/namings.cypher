// name: entities.namings
// doc: What documents say that these entities are called, and how many documents say so.
// mode: read
// param: ids strings
// returns: id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: documents int
UNWIND $ids AS wanted
MATCH (d:Document)-[n:NAMES]->(e:Entity {id: wanted})
RETURN e.id AS id, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.tickers AS tickers, count(d) AS documents
ORDER BY id, kind, name, documents
