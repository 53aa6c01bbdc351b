// name: documents.passages
// doc: The sentences of a document, in order.
// mode: read
// param: document_id string
// returns: id string
// returns: start int
// returns: end int
// returns: text string
MATCH (d:Document {id: $document_id})<-[:PART_OF]-(p:Passage)
RETURN p.id AS id, p.start AS start, p.`end` AS `end`, p.text AS text
ORDER BY start, id
