// name: remove.same_story
// doc: Take links between documents away.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Document {id: r.source})
OPTIONAL MATCH (a)-[x:SAME_STORY]->(b:Document)
WITH x, b, r.target AS target
WHERE b.id = target
DELETE x
