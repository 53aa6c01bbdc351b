// name: save.folded
// doc: Store what entities are called, as folded from all documents that name them, and what records add.
// mode: write
// begins: rows
// why: On Neo4j an entity also carries its kind as a label, for Browser; on ladybug a node has one label for ever.
// param: rows rows
UNWIND $rows AS r
MATCH (e:Entity {id: r.id})
SET e.kind = r.kind, e.name = r.name, e.aliases = r.aliases, e.tickers = r.tickers, e.keys = r.keys,
    e.identifiers = r.identifiers, e.country = r.country, e.exchanges = r.exchanges, e.records = r.records,
    e.added = r.added
REMOVE e:Company:Institution:Person:Index:Product:Place
FOREACH (one IN CASE r.kind WHEN 'Company' THEN [1] ELSE [] END | SET e:Company)
FOREACH (one IN CASE r.kind WHEN 'Institution' THEN [1] ELSE [] END | SET e:Institution)
FOREACH (one IN CASE r.kind WHEN 'Person' THEN [1] ELSE [] END | SET e:Person)
FOREACH (one IN CASE r.kind WHEN 'Index' THEN [1] ELSE [] END | SET e:Index)
FOREACH (one IN CASE r.kind WHEN 'Product' THEN [1] ELSE [] END | SET e:Product)
FOREACH (one IN CASE r.kind WHEN 'Place' THEN [1] ELSE [] END | SET e:Place)
