// name: claims.subjects
// doc: What claims are about.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: id string
// returns: name string
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
OPTIONAL MATCH (c)-[:ABOUT]->(e:Entity)
WITH c, e
WHERE e.id IS NOT NULL
RETURN c.id AS claim_id, e.id AS id, e.name AS name
ORDER BY claim_id, id
