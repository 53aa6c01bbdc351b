// name: save.passages
// doc: Store the sentences of a new document.
// mode: write
// param: document_id string
// param: rows rows
MATCH (d:Document {id: $document_id})
UNWIND $rows AS r
CREATE (p:Passage {id: r.id, start: r.start, `end`: r.`end`, text: r.text})-[:PART_OF]->(d)
