// name: search.stored_passages
// doc: What an index of words holds of the passages after one id, in the order of their ids.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: text string
// returns: document_id string
// returns: published_at string?
// returns: recorded_at string
MATCH (p:Passage)-[:PART_OF]->(d:Document)
WHERE p.id > $after
RETURN p.id AS id, p.text AS text, d.id AS document_id, d.published_at AS published_at, d.recorded_at AS recorded_at
ORDER BY id
LIMIT $limit
