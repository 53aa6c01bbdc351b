// name: entities.edges
// doc: The edges from an entity to others.
// mode: read
// param: id string
// returns: relation string
// returns: target string
// returns: claim_id string
// returns: by string?
// returns: role string?
// returns: published_at string?
MATCH (a:Entity {id: $id})-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
RETURN x.relation AS relation, b.id AS target, x.claim_id AS claim_id, x.by AS by, x.role AS role,
       x.published_at AS published_at
ORDER BY relation, target, claim_id
