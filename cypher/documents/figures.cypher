// name: documents.figures
// doc: The figures of documents' claims, with what each measures.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: claim_id string
// returns: id string
// returns: metric string
// returns: low float
// returns: high float
// returns: unit string
// returns: basis string?
// returns: period string?
// returns: approximate bool
// returns: start int
// returns: end int
// returns: text string
// returns: about_id string?
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)-[:HAS_FIGURE]->(f:Figure)
WITH d, c, f
WHERE f.id IS NOT NULL
OPTIONAL MATCH (f)-[:MEASURES]->(e:Entity)
RETURN d.id AS document_id, c.id AS claim_id, f.id AS id, f.metric AS metric, f.low AS low, f.high AS high,
       f.unit AS unit, f.basis AS basis, f.period AS period, f.approximate AS approximate, f.start AS start, f.`end` AS `end`,
       f.text AS text, e.id AS about_id
ORDER BY document_id, claim_id, start, id
