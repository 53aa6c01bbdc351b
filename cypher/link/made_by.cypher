// name: link.made_by
// doc: Link new claims to their speakers.
// mode: write
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})
WITH c, r
MATCH (e:Entity {id: r.target})
CREATE (c)-[:MADE_BY]->(e)
