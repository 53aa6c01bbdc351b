// name: doctor.lost_claims
// doc: Claims that no document states: something was lost, for nothing is stored alone.
// mode: read
// param: limit int = 1000
// returns: id string
MATCH (c:Claim)
WHERE COUNT { MATCH (d:Document)-[:STATES]->(c) } = 0
RETURN c.id AS id
ORDER BY id
LIMIT $limit
