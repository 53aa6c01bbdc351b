// name: remove.figures
// doc: Remove the figures of a document.
// mode: write
// begins: ids
// param: document_id string
MATCH (d:Document {id: $document_id})-[:STATES]->(c:Claim)-[:HAS_FIGURE]->(f:Figure)
DETACH DELETE f
