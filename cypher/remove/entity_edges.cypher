// name: remove.entity_edges
// doc: Remove the edges out of these entities that rest on these claims.
// mode: write
// begins: ids
// param: ids strings
// param: claim_ids strings
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
OPTIONAL MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WHERE x.claim_id IN $claim_ids
WITH a, x, b
WHERE b.id IS NOT NULL
DELETE x
