// name: save.documents
// doc: Store documents that are not there.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MERGE (d:Document {id: r.id})
SET d.text = r.text, d.title = r.title, d.publisher = r.publisher, d.url = r.url, d.published_at = r.published_at,
    d.source = r.source, d.language = r.language, d.recorded_at = r.recorded_at, d.fingerprint = r.fingerprint,
    d.found = r.found
