// name: records.entities
// doc: What entities after one id may be found by in registers.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: identifiers strings?
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, e.name AS name, e.aliases AS aliases, e.tickers AS tickers, e.identifiers AS identifiers
ORDER BY id
LIMIT $limit
