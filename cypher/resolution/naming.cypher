// name: resolution.naming
// doc: Which documents name these entities, and under which ids they were found there.
// mode: read
// begins: ids
// param: ids strings
// returns: entity_id string
// returns: document_id string
// returns: found strings
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)<-[n:NAMES]-(d:Document)
WITH e, n, d
WHERE d.id IS NOT NULL
RETURN e.id AS entity_id, d.id AS document_id, n.found AS found
ORDER BY document_id, entity_id
