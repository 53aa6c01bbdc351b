// name: save.stories
// doc: Store which story the claims of documents are of.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.id})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)
WITH c, r
WHERE c.id IS NOT NULL
SET c.story = r.story
