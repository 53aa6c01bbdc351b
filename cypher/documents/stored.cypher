// name: documents.stored
// doc: What is known of those of these documents that are there: metadata, and a fingerprint of what was read out.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: fingerprint string
// returns: recorded_at string
// returns: title string
// returns: publisher string?
// returns: url string?
// returns: published_at string?
// returns: source string?
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
RETURN d.id AS id, d.fingerprint AS fingerprint, d.recorded_at AS recorded_at, d.title AS title, d.publisher AS publisher,
       d.url AS url, d.published_at AS published_at, d.source AS source
ORDER BY id
