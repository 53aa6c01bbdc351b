// name: records.get
// doc: What registers say, record by record.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: source string
// returns: kind string?
// returns: name string
// returns: aliases strings
// returns: tickers strings
// returns: identifiers strings
// returns: country string?
// returns: exchanges strings
UNWIND $ids AS wanted
MATCH (r:Record {id: wanted})
RETURN r.id AS id, r.source AS source, r.kind AS kind, r.name AS name, r.aliases AS aliases, r.tickers AS tickers,
       r.identifiers AS identifiers, r.country AS country, r.exchanges AS exchanges
ORDER BY id
