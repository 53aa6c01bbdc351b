// name: documents.readers
// doc: What read the claims of a document, each once.
// mode: read
// begins: ids
// param: id string
// returns: extractor string
// returns: version string
MATCH (d:Document {id: $id})-[:STATES]->(c:Claim)
RETURN DISTINCT c.extractor AS extractor, c.extractor_version AS version
ORDER BY extractor, version
