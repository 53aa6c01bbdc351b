// name: documents.mentions
// doc: Where documents name entities, in the order of each text.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: passage_id string
// returns: entity_id string
// returns: start int
// returns: end int
// returns: text string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e:Entity)
WITH d, p, m, e
WHERE e.id IS NOT NULL
RETURN d.id AS document_id, p.id AS passage_id, e.id AS entity_id, m.start AS start, m.`end` AS `end`, m.text AS text
ORDER BY document_id, start, `end`, entity_id
