// name: search.claims
// doc: Claims whose words fit an expression, the best first; `most` is how many hits are looked at before the moment.
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
CALL db.index.fulltext.queryNodes('streetgraph_claim_words', $words, {limit: $most}) YIELD node, score
WITH node AS c, score
WHERE c.type <> 'relation'
  AND ($as_of = '' OR c.published_at <= $as_of)
  AND ($known_at = '' OR c.recorded_at <= $known_at)
RETURN c.id AS id, c.text AS text, c.document_id AS document_id, c.published_at AS published_at
ORDER BY score DESC, id
LIMIT $limit
