// name: neighbors.incoming
// doc: Where the edges to an entity come from, newest first, each with the claim that it rests on.
// mode: read
// use: cli
// param: entity entity
// param: relation string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: after string = "~"
// param: limit int = 50
// returns: entity_id string
// returns: name string
// returns: kind string
// returns: relation string
// returns: role string?
// returns: by_id string?
// returns: by string?
// returns: claim_id string
// returns: quote string
// returns: document_id string
// returns: published_at string?
// returns: recorded_at string
// returns: position string
MATCH (e:Entity {id: $entity})<-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(:Entity)
WHERE ($relation = '' OR x.relation = $relation)
  AND x.position < $after
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
WITH x.position AS position, x.source_id AS other_id, x.relation AS relation, x.claim_id AS claim_id, x.by AS by_id,
     x.role AS role, x.published_at AS published_at, x.recorded_at AS recorded_at
ORDER BY position DESC
LIMIT $limit
MATCH (n:Entity {id: other_id})
WITH n, position, relation, claim_id, by_id, role, published_at, recorded_at
MATCH (c:Claim {id: claim_id})
WITH n, c, position, relation, by_id, role, published_at, recorded_at
OPTIONAL MATCH (s:Entity {id: by_id})
RETURN n.id AS entity_id, n.name AS name, n.kind AS kind, relation AS relation, role AS role, by_id AS by_id,
       s.name AS by, c.id AS claim_id, c.text AS quote, c.document_id AS document_id, published_at AS published_at,
       recorded_at AS recorded_at, position AS position
ORDER BY position DESC
