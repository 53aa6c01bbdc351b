// name: save.folded
// doc: Store what entities are called, as folded from all documents that name them, and what records add.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (e:Entity {id: r.id})
SET e.kind = r.kind, e.name = r.name, e.aliases = r.aliases, e.tickers = r.tickers, e.keys = r.keys,
    e.identifiers = r.identifiers, e.country = r.country, e.exchanges = r.exchanges, e.records = r.records,
    e.added = r.added
