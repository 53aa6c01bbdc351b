// name: stories.told
// doc: Which story the claims of these documents are of, as far as these have any.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: story string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)
WITH d.id AS id, min(c.story) AS story
WHERE story IS NOT NULL
RETURN id AS id, story AS story
ORDER BY id
