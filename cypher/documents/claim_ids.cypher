// name: documents.claim_ids
// doc: The ids of a document's claims.
// mode: read
// begins: ids
// param: document_id string
// returns: id string
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)
RETURN c.id AS id
ORDER BY id
