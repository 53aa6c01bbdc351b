// name: link.owns
// doc: Link owners to what they own.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:OWNS {
  claim_id: r.claim_id, relation: 'OWNS', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' OWNS ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
