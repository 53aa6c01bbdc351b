// name: save.records
// doc: Store what registers say, each record in place of the one of its id.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MERGE (x:Record {id: r.id})
SET x.source = r.source, x.kind = r.kind, x.name = r.name, x.aliases = r.aliases, x.tickers = r.tickers,
    x.identifiers = r.identifiers, x.country = r.country, x.exchanges = r.exchanges
