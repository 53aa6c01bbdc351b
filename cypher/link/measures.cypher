// name: link.measures
// doc: Link new figures to what they measure.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (f:Figure {id: r.source})
WITH f, r, r.target AS target
MATCH (e:Entity {id: target})
CREATE (f)-[:MEASURES]->(e)
