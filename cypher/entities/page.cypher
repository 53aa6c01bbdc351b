// name: entities.page
// doc: Entities after one id, in the order of their ids.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: keys strings
// returns: identifiers strings
// returns: country string?
// returns: exchanges strings
// returns: records strings
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.tickers AS tickers, e.keys AS keys,
       e.identifiers AS identifiers, e.country AS country, e.exchanges AS exchanges, e.records AS records
ORDER BY id
LIMIT $limit
