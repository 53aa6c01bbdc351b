// name: link.makes
// doc: Link companies to their products.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:MAKES {
  claim_id: r.claim_id, relation: 'MAKES', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' MAKES ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
