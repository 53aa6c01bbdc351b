// name: peers.claims
// doc: The newest claims about an entity that are about others as well.
// mode: read
// begins: ids
// param: entity entity
// param: as_of string = ""
// param: known_at string = ""
// param: limit int = 500
// returns: claim_id string
MATCH (e:Entity {id: $entity})<-[:ABOUT]-(c:Claim)
WHERE c.type <> 'relation'
  AND ($as_of = '' OR c.published_at <= $as_of)
  AND ($known_at = '' OR c.recorded_at <= $known_at)
WITH c.id AS claim_id, coalesce(c.published_at, '') AS day
ORDER BY day DESC, claim_id
LIMIT $limit
RETURN claim_id AS claim_id
ORDER BY day DESC, claim_id
