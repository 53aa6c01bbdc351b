// name: save.claims
// doc: Store the claims of a new document.
// mode: write
// param: document_id string
// param: published_at string?
// param: recorded_at string
// param: extractor string
// param: extractor_version string
// param: rows rows
MATCH (d:Document {id: $document_id})
UNWIND $rows AS r
CREATE (d)-[:STATES]->(c:Claim {
  id: r.id, type: r.type, stance: r.stance, modality: r.modality, horizon: r.horizon, confidence: r.confidence,
  start: r.start, `end`: r.`end`, text: r.text, document_id: $document_id, published_at: $published_at,
  recorded_at: $recorded_at, extractor: $extractor, extractor_version: $extractor_version
})
