// name: save.document
// doc: Store a document that is not there.
// mode: write
// param: id string
// param: text string
// param: title string
// param: publisher string?
// param: url string?
// param: published_at string?
// param: source string?
// param: language string
// param: recorded_at string
// param: fingerprint string
MERGE (d:Document {id: $id})
SET d.text = $text, d.title = $title, d.publisher = $publisher, d.url = $url, d.published_at = $published_at,
    d.source = $source, d.language = $language, d.recorded_at = $recorded_at, d.fingerprint = $fingerprint
