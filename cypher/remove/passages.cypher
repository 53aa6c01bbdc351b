// name: remove.passages
// doc: Remove the sentences of a document.
// mode: write
// param: document_id string
MATCH (p:Passage)-[:PART_OF]->(d:Document {id: $document_id})
DETACH DELETE p
