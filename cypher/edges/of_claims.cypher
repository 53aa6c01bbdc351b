// name: edges.of_claims
// doc: The edges out of these entities that rest on these claims.
// mode: read
// begins: ids
// param: ids strings
// param: claim_ids strings
// returns: relation string
// returns: source string
// returns: target string
// returns: claim_id string
// returns: by string?
// returns: role string?
// returns: published_at string?
// returns: recorded_at string
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
OPTIONAL MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WHERE x.claim_id IN $claim_ids
WITH a, x, b
WHERE b.id IS NOT NULL
RETURN x.relation AS relation, a.id AS source, b.id AS target, x.claim_id AS claim_id, x.by AS by, x.role AS role,
       x.published_at AS published_at, x.recorded_at AS recorded_at
ORDER BY relation, source, target, claim_id
