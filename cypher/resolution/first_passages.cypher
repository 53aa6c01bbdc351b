// name: resolution.first_passages
// doc: A sentence that names each of these entities.
// mode: read
// begins: ids
// param: ids strings
// returns: entity_id string
// returns: passage_id string
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)<-[m:MENTIONS]-(p:Passage)
WITH e, m, p
WHERE p.id IS NOT NULL
RETURN e.id AS entity_id, min(p.id) AS passage_id
ORDER BY entity_id
