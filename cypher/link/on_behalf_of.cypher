// name: link.on_behalf_of
// doc: Link new claims to the organisations that their speakers spoke for.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})
WITH c, r, r.target AS target
MATCH (e:Entity {id: target})
CREATE (c)-[:ON_BEHALF_OF]->(e)
