// name: stories.members
// doc: The documents in these bands.
// mode: read
// begins: ids
// param: bands strings
// returns: band string
// returns: document_id string
UNWIND $bands AS wanted
MATCH (b:Band {id: wanted})
OPTIONAL MATCH (b)<-[:IN_BAND]-(d:Document)
WITH b, d
WHERE d.id IS NOT NULL
RETURN b.id AS band, d.id AS document_id
ORDER BY band, document_id
