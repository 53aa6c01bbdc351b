// name: search.entities
// doc: Entities with a name, alias or ticker that has these words in it, those that begin with them first.
// mode: read
// param: key string
// param: kind string = ""
// param: limit int = 20
// returns: id string
// returns: kind string
// returns: name string
// returns: tickers strings
// returns: rank int
WITH $key AS wanted
MATCH (e:Entity)
WHERE any(form IN e.keys WHERE form CONTAINS wanted)
  AND e.kind = $kind  // only with $kind
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.tickers AS tickers,
       CASE WHEN wanted IN e.keys THEN 0
            WHEN any(form IN e.keys WHERE form STARTS WITH wanted) THEN 1
            ELSE 2 END AS rank
ORDER BY rank, name, id
LIMIT $limit
