// name: save.mentions
// doc: Store where the sentences of new documents name entities.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (p:Passage {id: r.source})
WITH p, r, r.target AS target
MATCH (e:Entity {id: target})
CREATE (p)-[:MENTIONS {start: r.start, `end`: r.`end`, text: r.text}]->(e)
