// name: save.evidence
// doc: Store which sentences the words of new claims stand in, cut to each sentence.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.source})
WITH c, r, r.target AS target
MATCH (p:Passage {id: target})
CREATE (c)-[:EVIDENCED_BY {start: r.start, `end`: r.`end`}]->(p)
