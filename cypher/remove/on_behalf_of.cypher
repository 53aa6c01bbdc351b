// name: remove.on_behalf_of
// doc: Remove the organisations of claims.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})-[x:ON_BEHALF_OF]->(e:Entity)
WHERE e.id = r.target
DELETE x
