// name: link.partner_of
// doc: Link companies to their partners.
// mode: write
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:PARTNER_OF {
  claim_id: r.claim_id, relation: 'PARTNER_OF', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at
}]->(b)
