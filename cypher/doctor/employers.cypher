// name: doctor.employers
// doc: Where documents say that people have a role.
// mode: read
// returns: id string
// returns: organisation_id string
// returns: document_id string
MATCH (a:Entity)-[x:HAS_ROLE_AT]->(b:Entity)
WHERE a.kind = 'Person'
WITH a.id AS id, b.id AS organisation_id, x.claim_id AS claim_id
MATCH (c:Claim {id: claim_id})
RETURN DISTINCT id AS id, organisation_id AS organisation_id, c.document_id AS document_id
ORDER BY id, organisation_id, document_id
