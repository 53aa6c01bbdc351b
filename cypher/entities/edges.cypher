// name: entities.edges
// doc: The edges from entities to others.
// mode: read
// begins: ids
// param: ids strings
// returns: source string
// returns: relation string
// returns: target string
// returns: claim_id string
// returns: by string?
// returns: role string?
// returns: published_at string?
// returns: recorded_at string
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
OPTIONAL MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WITH a, x, b
WHERE b.id IS NOT NULL
RETURN a.id AS source, x.relation AS relation, b.id AS target, x.claim_id AS claim_id, x.by AS by, x.role AS role,
       x.published_at AS published_at, x.recorded_at AS recorded_at
ORDER BY source, relation, target, claim_id
