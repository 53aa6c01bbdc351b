// name: claims.figures
// doc: The figures of a claim, with what each measures, in the order of the text.
// mode: read
// param: id string
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
MATCH (c:Claim {id: $id})-[:HAS_FIGURE]->(f:Figure)
OPTIONAL MATCH (f)-[:MEASURES]->(e:Entity)
RETURN f.id AS id, f.metric AS metric, f.low AS low, f.high AS high, f.unit AS unit, f.basis AS basis,
       f.period AS period, f.approximate AS approximate, e.id AS about_id, e.name AS about,
       f.start AS start, f.`end` AS `end`, f.text AS text
ORDER BY start, id
