// name: remove.made_by
// doc: Remove the speakers of claims.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})-[x:MADE_BY]->(e:Entity)
WHERE e.id = r.target
DELETE x
