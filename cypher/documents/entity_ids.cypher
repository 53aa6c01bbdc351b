// name: documents.entity_ids
// doc: The ids of the entities that a document names.
// mode: read
// begins: ids
// param: document_id string
// returns: id string
MATCH (d:Document {id: $document_id})-[:NAMES]->(e:Entity)
RETURN DISTINCT e.id AS id
ORDER BY id
