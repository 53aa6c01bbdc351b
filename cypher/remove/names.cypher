// name: remove.names
// doc: Remove what documents say that these entities are called.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})-[n:NAMES]->(e:Entity)
WHERE e.id = r.id
DELETE n
