// name: remove.about
// doc: Remove the subjects of claims.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})-[x:ABOUT]->(e:Entity)
WHERE e.id + '' = r.target // not by the index: Neo4j would combine all with all
DELETE x
