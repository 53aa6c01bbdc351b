// name: statements.figures
// doc: The numbers of claims, as far as they can be held against each other, in the order of the text.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: metric string
// returns: low float
// returns: high float
// returns: unit string
// returns: basis string?
// returns: period string?
// returns: about_id string?
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
OPTIONAL MATCH (c)-[:HAS_FIGURE]->(f:Figure)
OPTIONAL MATCH (f)-[:MEASURES]->(e:Entity)
WITH c, f, e
WHERE f.id IS NOT NULL
RETURN c.id AS claim_id, f.metric AS metric, f.low AS low, f.high AS high, f.unit AS unit, f.basis AS basis,
       f.period AS period, e.id AS about_id
ORDER BY claim_id, f.start, f.id
