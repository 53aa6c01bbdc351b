// name: link.about
// doc: Link new claims to what they are about.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})
WITH c, r, r.target AS target
MATCH (e:Entity {id: target})
CREATE (c)-[:ABOUT]->(e)
