// name: documents.holders
// doc: Those of these sources that are known, with the documents that were read from them.
// mode: read
// begins: ids
// param: sources strings
// returns: source string
// returns: document_id string?
UNWIND $sources AS wanted
MATCH (s:Source {id: wanted})
OPTIONAL MATCH (s)<-[:READ_FROM]-(d:Document)
RETURN s.id AS source, d.id AS document_id
ORDER BY source, document_id
