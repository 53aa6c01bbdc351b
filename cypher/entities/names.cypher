// name: entities.names
// doc: What entities after one id are called, and how many documents name them.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: keys strings
// returns: identifiers strings?
// returns: country string?
// returns: documents int
MATCH (e:Entity)
WHERE e.id > $after
WITH e
ORDER BY e.id
LIMIT $limit
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.tickers AS tickers, e.keys AS keys,
       e.identifiers AS identifiers, e.country AS country,
       COUNT { MATCH (d:Document)-[:NAMES]->(e) } AS documents
ORDER BY id
