// name: entities.named
// doc: The entities that this form of a name may stand for.
// mode: read
// param: key string
// returns: id string
// returns: kind string
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: identifiers strings?
MATCH (e:Entity)
WHERE $key IN e.keys
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.tickers AS tickers,
       e.identifiers AS identifiers
ORDER BY id
