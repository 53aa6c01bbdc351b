// name: save.same_story
// doc: Link documents that tell the same story.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Document {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Document {id: target})
CREATE (a)-[:SAME_STORY {similarity: r.similarity}]->(b)
