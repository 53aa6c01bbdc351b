// name: remove.document
// doc: Remove a document whose claims and sentences are gone.
// mode: write
// begins: ids
// param: document_id string
MATCH (d:Document {id: $document_id})
DETACH DELETE d
