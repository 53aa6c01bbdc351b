// name: remove.entity_edges
// doc: Remove the edges out of an entity that rest on these claims.
// mode: write
// param: entity entity
// param: claim_ids strings
MATCH (a:Entity {id: $entity})-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WHERE x.claim_id IN $claim_ids
DELETE x
