// name: entities.known
// doc: What is known of those of these entities that are in the store.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: kind string?
// returns: name string?
// returns: aliases strings?
// returns: tickers strings?
// returns: keys strings?
// returns: identifiers strings?
// returns: country string?
// returns: exchanges strings?
// returns: records strings?
// returns: added strings?
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.aliases AS aliases, e.tickers AS tickers, e.keys AS keys,
       e.identifiers AS identifiers, e.country AS country, e.exchanges AS exchanges, e.records AS records,
       e.added AS added
ORDER BY id
