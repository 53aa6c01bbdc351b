// name: remove.mentions
// doc: Remove mentions of entities from sentences.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (p:Passage {id: r.source})-[m:MENTIONS]->(e:Entity)
WHERE e.id + '' = r.target AND m.start = r.start AND m.`end` = r.`end` // not by the index: Neo4j would combine all with all
DELETE m
