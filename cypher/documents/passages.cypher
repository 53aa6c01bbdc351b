// name: documents.passages
// doc: The sentences of documents, in the order of each text.
// mode: read
// begins: ids
// param: ids strings
// returns: document_id string
// returns: id string
// returns: start int
// returns: end int
// returns: text string
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)<-[:PART_OF]-(p:Passage)
WITH d, p
WHERE p.id IS NOT NULL
RETURN d.id AS document_id, p.id AS id, p.start AS start, p.`end` AS `end`, p.text AS text
ORDER BY document_id, start, id
