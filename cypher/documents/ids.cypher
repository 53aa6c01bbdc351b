// name: documents.ids
// doc: The ids of the documents after one id, in order, each with what tells whether it is the same in another store.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: fingerprint string
// returns: recorded_at string
MATCH (d:Document)
WHERE d.id > $after
RETURN d.id AS id, d.fingerprint AS fingerprint, d.recorded_at AS recorded_at
ORDER BY id
LIMIT $limit
