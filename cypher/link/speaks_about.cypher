// name: link.speaks_about
// doc: Link speakers to what their claims are about.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:SPEAKS_ABOUT {
  claim_id: r.claim_id, relation: 'SPEAKS_ABOUT', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' SPEAKS_ABOUT ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
