// name: remove.claims
// doc: Remove the claims of a document.
// mode: write
// begins: ids
// param: document_id string
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)
DETACH DELETE c
