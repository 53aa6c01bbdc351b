// name: remove.measures
// doc: Remove what figures measure.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (f:Figure {id: r.source})-[x:MEASURES]->(e:Entity)
WHERE e.id = r.target
DELETE x
