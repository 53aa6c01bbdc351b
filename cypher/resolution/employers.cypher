// name: resolution.employers
// doc: Where these people have a role, or for whom they speak.
// mode: read
// begins: ids
// param: ids strings
// returns: entity_id string
// returns: organisation_id string
// returns: role string?
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)-[x:HAS_ROLE_AT]->(o:Entity)
WITH e, x, o
WHERE o.id IS NOT NULL
RETURN DISTINCT e.id AS entity_id, o.id AS organisation_id, x.role AS role
ORDER BY entity_id, organisation_id, role
