// name: entities.heard_of
// doc: Which of these entities some document had named by a moment.
// mode: read
// begins: ids
// param: ids strings
// param: as_of string
// param: known_at string
// returns: id string
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WITH e.id AS id, COUNT {
       MATCH (d:Document)-[:NAMES]->(e)
       WHERE ($as_of = '' OR d.published_at <= $as_of) AND ($known_at = '' OR d.recorded_at <= $known_at)
     } AS documents
WHERE documents > 0
RETURN id AS id
ORDER BY id
