// name: save.figures
// doc: Store the figures of new claims.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.claim_id})
CREATE (c)-[:HAS_FIGURE]->(f:Figure {
  id: r.id, metric: r.metric, low: r.low, high: r.high, unit: r.unit, basis: r.basis, period: r.period,
  approximate: r.approximate, start: r.start, `end`: r.`end`, text: r.text
})
