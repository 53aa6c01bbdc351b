// name: link.made_by
// doc: Link new claims to their speakers.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})
WITH c, r, r.target AS target
MATCH (e:Entity {id: target})
CREATE (c)-[:MADE_BY]->(e)
