// name: documents.claims
// doc: The claims of documents with who made them, in the order of each text.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: type string
// returns: stance string
// returns: modality string
// returns: horizon string?
// returns: horizon_end string?
// returns: confidence float
// returns: start int
// returns: end int
// returns: text string
// returns: document_id string
// returns: published_at string?
// returns: recorded_at string
// returns: extractor string
// returns: extractor_version string
// returns: speaker_id string?
// returns: org_id string?
// returns: about_ids string
// returns: metrics string
// returns: story string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[:STATES]->(c:Claim)
WITH c
WHERE c.id IS NOT NULL
OPTIONAL MATCH (c)-[:MADE_BY]->(s:Entity)
OPTIONAL MATCH (c)-[:ON_BEHALF_OF]->(o:Entity)
RETURN c.id AS id, c.type AS type, c.stance AS stance, c.modality AS modality, c.horizon AS horizon,
       c.horizon_end AS horizon_end,
       c.confidence AS confidence, c.start AS start, c.`end` AS `end`, c.text AS text, c.document_id AS document_id,
       c.published_at AS published_at, c.recorded_at AS recorded_at, c.extractor AS extractor,
       c.extractor_version AS extractor_version, s.id AS speaker_id, o.id AS org_id, c.about_ids AS about_ids,
       c.metrics AS metrics, c.story AS story
ORDER BY document_id, start, id
