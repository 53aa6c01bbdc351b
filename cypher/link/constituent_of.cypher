// name: link.constituent_of
// doc: Link companies to the indices that they are part of.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:CONSTITUENT_OF {
  claim_id: r.claim_id, relation: 'CONSTITUENT_OF', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' CONSTITUENT_OF ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
