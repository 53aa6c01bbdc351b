// name: doctor.idle_entities
// doc: Entities that a document names and nothing is said about: no place, no claim and no other entity leads to them.
// mode: read
// use: cli
// param: limit int = 1000
// returns: id string
// returns: name string
// returns: kind string
MATCH (e:Entity)
WHERE COUNT { MATCH (p:Passage)-[:MENTIONS]->(e) } = 0
  AND COUNT { MATCH (c:Claim)-[:ABOUT]->(e) } = 0
  AND COUNT { MATCH (c:Claim)-[:MADE_BY]->(e) } = 0
  AND COUNT { MATCH (c:Claim)-[:ON_BEHALF_OF]->(e) } = 0
  AND COUNT { MATCH (f:Figure)-[:MEASURES]->(e) } = 0
RETURN e.id AS id, e.name AS name, e.kind AS kind
ORDER BY id
LIMIT $limit
