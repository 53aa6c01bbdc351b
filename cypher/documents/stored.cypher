// name: documents.stored
// doc: What is known of a document in the store: the fingerprint of what was read out of it.
// mode: read
// param: id string
// returns: fingerprint string
// returns: recorded_at string
MATCH (d:Document {id: $id})
RETURN d.fingerprint AS fingerprint, d.recorded_at AS recorded_at
ORDER BY fingerprint
