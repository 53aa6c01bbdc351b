// name: statements.about
// doc: What voices claim about an entity, newest first; what a document itself says is left out.
// mode: read
// begins: ids
// param: subject entity
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
MATCH (e:Entity {id: $subject})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
WHERE c.type <> 'relation' AND coalesce(c.speaker_id, c.org_id) IS NOT NULL
  AND c.published_at >= $since  // only with $since
  AND c.published_at <= $as_of  // only with $as_of
  AND c.recorded_at <= $known_at  // only with $known_at
WITH c, coalesce(c.published_at, '') AS day
RETURN c.id AS claim_id, c.published_at AS published_at, c.type AS type, c.stance AS stance,
       c.confidence AS confidence, coalesce(c.speaker_id, c.org_id) AS voice, c.story AS story
ORDER BY day DESC, claim_id
LIMIT $limit
