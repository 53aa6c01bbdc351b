// name: statements.opposing
// doc: Claims of others that take the other side on a subject of a claim, around its day, newest first.
// mode: read
// begins: ids
// param: id string
// param: stance string
// param: types strings
// param: published_from string
// param: published_to string
// param: known_at string = ""
// param: limit int = 50
// returns: claim_id string
// returns: published_at string
MATCH (c:Claim {id: $id})-[:ABOUT]->(e:Entity)
WITH DISTINCT c, e
MATCH (e)<-[:ABOUT]-(o:Claim)
WITH c, o
WHERE o.stance = $stance AND o.type IN $types
  AND o.published_at >= $published_from AND o.published_at <= $published_to
  AND o.recorded_at <= $known_at  // only with $known_at
  AND coalesce(o.speaker_id, o.org_id, '') <> '' AND coalesce(o.speaker_id, o.org_id) <> coalesce(c.speaker_id, c.org_id)
RETURN DISTINCT o.id AS claim_id, o.published_at AS published_at
ORDER BY published_at DESC, claim_id
LIMIT $limit
