// name: pairs.list
// doc: Companies that a source sets against each other, newest first.
// mode: read
// use: cli
// param: by entity = ""
// param: company entity = ""
// param: after_date string = "~"
// param: after_place string = ""
// param: limit int = 50
// returns: a_id string
// returns: a string
// returns: b_id string
// returns: b string
// returns: by_id string?
// returns: by string?
// returns: claim_id string
// returns: quote string
// returns: document_id string
// returns: title string
// returns: published_at string?
MATCH (a:Entity)-[x:BENCHMARKED_AGAINST]->(b:Entity)
WHERE ($by = '' OR x.by = $by)
  AND ($company = '' OR a.id = $company OR b.id = $company)
WITH a, b, x, coalesce(x.published_at, '') AS day, a.id + '|' + b.id + '|' + x.claim_id AS place
WHERE day < $after_date OR (day = $after_date AND place > $after_place)
WITH a, b, x, day, place
ORDER BY day DESC, place
LIMIT $limit
MATCH (c:Claim {id: x.claim_id})
WITH a, b, x, c, day, place
MATCH (d:Document {id: c.document_id})
WITH a, b, x, c, d, day, place
OPTIONAL MATCH (s:Entity {id: x.by})
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, x.by AS by_id, s.name AS by, c.id AS claim_id,
       c.text AS quote, d.id AS document_id, d.title AS title, x.published_at AS published_at
ORDER BY day DESC, place
