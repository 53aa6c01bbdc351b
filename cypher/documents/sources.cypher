// name: documents.sources
// doc: Where these documents were read from.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: id string
// returns: name string?
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[x:READ_FROM]->(s:Source)
WITH d, x, s
WHERE s.id IS NOT NULL
RETURN d.id AS document_id, s.id AS id, x.name AS name
ORDER BY document_id, id
