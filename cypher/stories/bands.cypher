// name: stories.bands
// doc: The bands of these documents.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: band string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:IN_BAND]->(b:Band)
WITH d, b
WHERE b.id IS NOT NULL
RETURN d.id AS document_id, b.id AS band
ORDER BY document_id, band
