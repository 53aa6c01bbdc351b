// name: link.benchmarked_against
// doc: Link companies to those that a source sets them against.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (a:Entity {id: r.source})
WITH a, r, r.target AS target
MATCH (b:Entity {id: target})
CREATE (a)-[:BENCHMARKED_AGAINST {
  claim_id: r.claim_id, relation: 'BENCHMARKED_AGAINST', by: r.by, role: r.role, published_at: r.published_at,
  recorded_at: r.recorded_at, source_id: r.source, target_id: r.target,
  position: coalesce(r.published_at, '') + ' BENCHMARKED_AGAINST ' + r.source + ' ' + r.target + ' ' + r.claim_id
}]->(b)
