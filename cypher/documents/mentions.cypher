// name: documents.mentions
// doc: Where a document names entities, in order.
// mode: read
// param: document_id string
// returns: passage_id string
// returns: entity_id string
// returns: start int
// returns: end int
// returns: text string
MATCH (d:Document {id: $document_id})<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage_id, e.id AS entity_id, m.start AS start, m.`end` AS `end`, m.text AS text
ORDER BY start, `end`, entity_id
