// name: claims.subjects
// doc: What a claim is about.
// mode: read
// param: id string
// returns: id string
// returns: name string
MATCH (c:Claim {id: $id})-[:ABOUT]->(e:Entity)
RETURN e.id AS id, e.name AS name
ORDER BY id
