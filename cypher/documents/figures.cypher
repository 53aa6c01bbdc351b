// name: documents.figures
// doc: The figures of a document's claims, with what each measures.
// mode: read
// param: document_id string
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
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)-[:HAS_FIGURE]->(f:Figure)
OPTIONAL MATCH (f)-[:MEASURES]->(e:Entity)
RETURN c.id AS claim_id, f.id AS id, f.metric AS metric, f.low AS low, f.high AS high, f.unit AS unit,
       f.basis AS basis, f.period AS period, f.approximate AS approximate, f.start AS start, f.`end` AS `end`,
       f.text AS text, e.id AS about_id
ORDER BY claim_id, start, id
