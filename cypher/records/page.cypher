// name: records.page
// doc: Records after one id, in the order of their ids; of one register, if it is given.
// mode: read
// param: after string = ""
// param: source string = ""
// param: limit int
// returns: id string
// returns: source string
// returns: kind string?
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: identifiers strings
// returns: country string?
// returns: exchanges strings
MATCH (r:Record)
WHERE r.id > $after
  AND r.source = $source  // only with $source
RETURN r.id AS id, r.source AS source, r.kind AS kind, r.name AS name, r.aliases AS aliases, r.tickers AS tickers,
       r.identifiers AS identifiers, r.country AS country, r.exchanges AS exchanges
ORDER BY id
LIMIT $limit
