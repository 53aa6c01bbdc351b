// name: save.passages
// doc: Store the sentences of new documents.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (d:Document {id: r.document_id})
CREATE (p:Passage {id: r.id, start: r.start, `end`: r.`end`, text: r.text})-[:PART_OF]->(d)
