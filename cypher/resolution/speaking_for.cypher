// name: resolution.speaking_for
// doc: For whom these people speak in their claims.
// mode: read
// begins: ids
// param: ids strings
// returns: entity_id string
// returns: organisation_id string
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (c:Claim)-[:MADE_BY]->(e)
WHERE c.org_id IS NOT NULL
WITH e, c
WHERE c.id IS NOT NULL
RETURN DISTINCT e.id AS entity_id, c.org_id AS organisation_id
ORDER BY entity_id, organisation_id
