// name: save.claims
// doc: Store the claims of new documents.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
CREATE (d)-[:STATES]->(c:Claim {
  id: r.id, type: r.type, stance: r.stance, modality: r.modality, horizon: r.horizon,
  horizon_end: r.horizon_end, confidence: r.confidence,
  start: r.start, `end`: r.`end`, text: r.text, document_id: r.document_id, published_at: r.published_at,
  recorded_at: r.recorded_at, extractor: r.extractor, extractor_version: r.extractor_version,
  speaker_id: r.speaker_id, org_id: r.org_id, about_ids: r.about_ids, metrics: r.metrics, story: r.story
})
