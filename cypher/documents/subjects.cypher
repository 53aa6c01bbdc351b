// name: documents.subjects
// doc: What the claims of a document are about.
// mode: read
// param: document_id string
// returns: claim_id string
// returns: entity_id string
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)-[:ABOUT]->(e:Entity)
RETURN c.id AS claim_id, e.id AS entity_id
ORDER BY claim_id, entity_id
