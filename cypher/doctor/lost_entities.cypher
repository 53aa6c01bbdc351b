// name: doctor.lost_entities
// doc: Entities that no document names: something was lost, for nothing is stored alone.
// mode: read
// param: limit int = 1000
// returns: id string
MATCH (e:Entity)
WHERE COUNT { MATCH (d:Document)-[:NAMES]->(e) } = 0
RETURN e.id AS id
ORDER BY id
LIMIT $limit
