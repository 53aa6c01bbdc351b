// name: doctor.lost_figures
// doc: Figures that no claim has: something was lost, for nothing is stored alone.
// mode: read
// param: limit int = 1000
// returns: id string
MATCH (f:Figure)
WHERE COUNT { MATCH (c:Claim)-[:HAS_FIGURE]->(f) } = 0
RETURN f.id AS id
ORDER BY id
LIMIT $limit
