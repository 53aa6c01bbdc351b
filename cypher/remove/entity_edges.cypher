// name: remove.entity_edges
// doc: Remove the edges between entities that rest on these claims of a document.
// mode: write
// param: document_id string
// param: claim_ids strings
MATCH (d:Document {id: $document_id})-[:NAMES]->(a:Entity)
WITH a
MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b:Entity)
WHERE x.claim_id IN $claim_ids
DELETE x
