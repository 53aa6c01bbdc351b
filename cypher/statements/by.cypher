// name: statements.by
// doc: The claims of some voices on some subjects, newest first.
// mode: read
// begins: ids
// param: voices strings
// param: subjects strings
// param: since string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: limit int
// returns: claim_id string
// returns: published_at string?
// returns: type string
// returns: stance string
// returns: confidence float
// returns: voice string
// returns: story string
UNWIND $voices AS wanted
MATCH (v:Entity {id: wanted})
OPTIONAL MATCH (v)<-[:MADE_BY|ON_BEHALF_OF]-(c:Claim)
WITH DISTINCT v, c
WHERE c.type <> 'relation' AND coalesce(c.speaker_id, c.org_id) = v.id
  AND c.published_at >= $since  // only with $since
  AND c.published_at <= $as_of  // only with $as_of
  AND c.recorded_at <= $known_at  // only with $known_at
WITH v, c
MATCH (c)-[:ABOUT]->(a:Entity)
WHERE a.id IN $subjects
WITH DISTINCT v, c, coalesce(c.published_at, '') AS day
RETURN c.id AS claim_id, c.published_at AS published_at, c.type AS type, c.stance AS stance,
       c.confidence AS confidence, v.id AS voice, c.story AS story
ORDER BY day DESC, claim_id
LIMIT $limit
