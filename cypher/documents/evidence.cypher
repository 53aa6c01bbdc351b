// name: documents.evidence
// doc: Which sentences the words of documents' claims stand in, and which part of each.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: claim_id string
// returns: passage_id string
// returns: start int
// returns: end int
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)-[x:EVIDENCED_BY]->(p:Passage)
WITH d, c, x, p
WHERE p.id IS NOT NULL
RETURN d.id AS document_id, c.id AS claim_id, p.id AS passage_id, x.start AS start, x.`end` AS `end`
ORDER BY document_id, claim_id, start
