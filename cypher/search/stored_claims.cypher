// name: search.stored_claims
// doc: What an index of words holds of the claims after one id, in the order of their ids.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: text string
// returns: document_id string
// returns: published_at string?
// returns: recorded_at string
MATCH (c:Claim)
WHERE c.id > $after AND c.type <> 'relation'
RETURN c.id AS id, c.text AS text, c.document_id AS document_id, c.published_at AS published_at,
       c.recorded_at AS recorded_at
ORDER BY id
LIMIT $limit
