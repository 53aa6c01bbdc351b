// name: documents.evidence
// doc: Which sentences the words of a document's claims stand in, and which part of each.
// mode: read
// param: document_id string
// returns: claim_id string
// returns: passage_id string
// returns: start int
// returns: end int
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)-[x:EVIDENCED_BY]->(p:Passage)
RETURN c.id AS claim_id, p.id AS passage_id, x.start AS start, x.`end` AS `end`
ORDER BY claim_id, start
