// name: claims.figures
// doc: The figures of claims, with what each measures, in the order of the text.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: id string
// returns: metric string
// returns: low float
// returns: high float
// returns: unit string
// returns: basis string?
// returns: period string?
// returns: approximate bool
// returns: about_id string?
// returns: about string?
// returns: start int
// returns: end int
// returns: text string
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
OPTIONAL MATCH (c)-[:HAS_FIGURE]->(f:Figure)
OPTIONAL MATCH (f)-[:MEASURES]->(e:Entity)
WITH c, f, e
WHERE f.id IS NOT NULL
RETURN c.id AS claim_id, f.id AS id, f.metric AS metric, f.low AS low, f.high AS high, f.unit AS unit, f.basis AS basis,
       f.period AS period, f.approximate AS approximate, e.id AS about_id, e.name AS about,
       f.start AS start, f.`end` AS `end`, f.text AS text
ORDER BY claim_id, start, id
