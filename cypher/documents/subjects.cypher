// name: documents.subjects
// doc: What the claims of documents are about.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: claim_id string
// returns: entity_id string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)-[:ABOUT]->(e:Entity)
WITH d, c, e
WHERE e.id IS NOT NULL
RETURN d.id AS document_id, c.id AS claim_id, e.id AS entity_id
ORDER BY document_id, claim_id, entity_id
