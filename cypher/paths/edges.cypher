// name: paths.edges
// doc: The edges from one entity straight to another, newest first, with the claims that they rest on.
// mode: read
// param: source entity
// param: target entity
// param: limit int = 1
// returns: source string
// returns: target string
// returns: relation string
// returns: claim_id string
// returns: by_id string?
// returns: by string?
// returns: role string?
// returns: quote string
// returns: document_id string
// returns: published_at string?
MATCH (a:Entity {id: $source})-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WHERE b.id = $target
WITH a, x, b, coalesce(x.published_at, '') AS day, x.relation AS kind, x.claim_id AS place
ORDER BY day DESC, kind, place
LIMIT $limit
MATCH (c:Claim {id: x.claim_id})
WITH a, x, b, c, day, kind, place
OPTIONAL MATCH (s:Entity {id: x.by})
RETURN a.name AS source, b.name AS target, x.relation AS relation, c.id AS claim_id, x.by AS by_id, s.name AS by,
       x.role AS role, c.text AS quote, c.document_id AS document_id, x.published_at AS published_at
ORDER BY day DESC, kind, place
