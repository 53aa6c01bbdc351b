// name: documents.mentions_between
// doc: Who is named in a stretch of a document and where, in the order of the text.
// mode: read
// begins: ids
// param: document_id string
// param: first int
// param: last int
// returns: entity_id string
// returns: name string
// returns: kind string
// returns: start int
// returns: end int
// returns: text string
MATCH (d:Document {id: $document_id})<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e:Entity)
WHERE m.start < $last AND m.`end` > $first
RETURN e.id AS entity_id, e.name AS name, e.kind AS kind, m.start AS start, m.`end` AS `end`, m.text AS text
ORDER BY start, `end`, entity_id
