// name: doctor.silent_documents
// doc: Documents in which no claim was found.
// mode: read
// use: cli
// param: limit int = 1000
// returns: id string
// returns: title string?
// returns: source string?
// returns: entities int
MATCH (d:Document)
WHERE COUNT { MATCH (d)-[:STATES]->(c:Claim) } = 0
RETURN d.id AS id, d.title AS title, d.source AS source, COUNT { MATCH (d)-[:NAMES]->(e:Entity) } AS entities
ORDER BY id
LIMIT $limit
