// name: neighbors.incoming
// doc: Where the edges to an entity come from, newest first, each with the claim that it rests on.
// mode: read
// use: cli
// param: entity entity
// param: relation string = ""
// param: after_date string = "~"
// param: after_place string = ""
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
MATCH (e:Entity {id: $entity})<-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(n:Entity)
WHERE $relation = '' OR x.relation = $relation
WITH x, n, coalesce(x.published_at, '') AS day, x.relation + '|' + n.id + '|' + x.claim_id + '|in' AS place
WHERE day < $after_date OR (day = $after_date AND place > $after_place)
WITH x, n, day, place
ORDER BY day DESC, place
LIMIT $limit
MATCH (c:Claim {id: x.claim_id})
WITH x, n, c, day, place
OPTIONAL MATCH (s:Entity {id: x.by})
RETURN n.id AS entity_id, n.name AS name, n.kind AS kind, x.relation AS relation, x.role AS role,
       x.by AS by_id, s.name AS by, c.id AS claim_id, c.text AS quote, c.document_id AS document_id,
       x.published_at AS published_at
ORDER BY day DESC, place
