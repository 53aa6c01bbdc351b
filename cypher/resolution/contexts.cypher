// name: resolution.contexts
// doc: Who is named in these sentences, and where in them.
// mode: read
// begins: ids
// param: ids strings
// returns: passage_id string
// returns: entity_id string
// returns: text string
// returns: start int
// returns: end int
UNWIND $ids AS wanted
MATCH (p:Passage {id: wanted})
OPTIONAL MATCH (p)-[m:MENTIONS]->(e:Entity)
WITH p, m, e
WHERE e.id IS NOT NULL
RETURN p.id AS passage_id, e.id AS entity_id, p.text AS text, m.start - p.start AS start, m.`end` - p.start AS `end`
ORDER BY passage_id, start, `end`, entity_id
