// name: doctor.lost_passages
// doc: Passages that are part of no document: something was lost, for nothing is stored alone.
// mode: read
// param: limit int = 1000
// returns: id string
MATCH (p:Passage)
WHERE COUNT { MATCH (p)-[:PART_OF]->(d:Document) } = 0
RETURN p.id AS id
ORDER BY id
LIMIT $limit
