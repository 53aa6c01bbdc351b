// name: link.has_role_at
// doc: Link people to the organisations that they have a role at.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:HAS_ROLE_AT {
  claim_id: r.claim_id, relation: 'HAS_ROLE_AT', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' HAS_ROLE_AT ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
