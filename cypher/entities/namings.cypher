// name: entities.namings
// doc: What documents say that an entity is called, and how many documents say so.
// mode: read
// param: id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: documents int
MATCH (e:Entity {id: $id})<-[n:NAMES]-(d:Document)
RETURN n.kind AS kind, n.name AS name, n.aliases AS aliases, n.tickers AS tickers, count(d) AS documents
ORDER BY kind, name, documents
