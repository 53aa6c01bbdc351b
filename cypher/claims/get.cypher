// name: claims.get
// doc: Claims with who made them, for whom, and where they were published.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: type string
// returns: stance string
// returns: modality string
// returns: horizon string?
// returns: horizon_end string?
// returns: published_at string?
// returns: recorded_at string
// returns: last_confirmed_at string
// returns: speaker_id string?
// returns: speaker string?
// returns: org_id string?
// returns: org string?
// returns: quote string
// returns: document_id string
// returns: title string
// returns: publisher string?
// returns: url string?
// returns: start int
// returns: end int
// returns: extractor string
// returns: extractor_version string
// returns: confidence float
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
OPTIONAL MATCH (c)<-[:STATES]-(d:Document)
OPTIONAL MATCH (c)-[:MADE_BY]->(s:Entity)
OPTIONAL MATCH (c)-[:ON_BEHALF_OF]->(o:Entity)
RETURN c.id AS claim_id, c.type AS type, c.stance AS stance, c.modality AS modality, c.horizon AS horizon,
       c.horizon_end AS horizon_end,
       c.published_at AS published_at, c.recorded_at AS recorded_at, d.recorded_at AS last_confirmed_at,
       s.id AS speaker_id, s.name AS speaker, o.id AS org_id, o.name AS org, c.text AS quote, d.id AS document_id, d.title AS title,
       d.publisher AS publisher, d.url AS url, c.start AS start, c.`end` AS `end`, c.extractor AS extractor,
       c.extractor_version AS extractor_version, c.confidence AS confidence
ORDER BY claim_id
