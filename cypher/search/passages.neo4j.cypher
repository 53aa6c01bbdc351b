// name: search.passages
// doc: Passages whose words fit an expression, the best first; `most` is how many hits are looked at before the moment.
// mode: read
// why: a full-text index of the server; on ladybug graph/word_index.py answers, which keeps one beside the store.
// param: words string
// param: as_of string = ""
// param: known_at string = ""
// param: most int = 5000
// param: limit int = 500
// returns: id string
// returns: text string
// returns: document_id string
// returns: published_at string?
CALL db.index.fulltext.queryNodes('streetgraph_passage_words', $words, {limit: $most}) YIELD node, score
WITH node AS p, score
MATCH (q:Passage {id: p.id})-[:PART_OF]->(d:Document)
WHERE ($as_of = '' OR d.published_at <= $as_of)
  AND ($known_at = '' OR d.recorded_at <= $known_at)
RETURN q.id AS id, q.text AS text, d.id AS document_id, d.published_at AS published_at
ORDER BY score DESC, id
LIMIT $limit
