// name: documents.stored
// doc: What is known of a document in the store: its metadata, and the fingerprint of what was read out of it.
// mode: read
// param: id string
// returns: fingerprint string
// returns: recorded_at string
// returns: title string
// returns: publisher string?
// returns: url string?
// returns: published_at string?
// returns: source string?
MATCH (d:Document {id: $id})
RETURN d.fingerprint AS fingerprint, d.recorded_at AS recorded_at, d.title AS title, d.publisher AS publisher,
       d.url AS url, d.published_at AS published_at, d.source AS source
ORDER BY fingerprint
