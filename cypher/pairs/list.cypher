// name: pairs.list
// doc: Companies that a source sets against each other, newest first.
// mode: read
// use: cli
// param: by entity = ""
// param: company entity = ""
// param: as_of string = ""
// param: known_at string = ""
// param: after string = "~"
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
// returns: recorded_at string
// returns: position string
MATCH (:Entity)-[x:BENCHMARKED_AGAINST]->(:Entity)
WHERE ($by = '' OR x.by = $by)
  AND ($company = '' OR x.source_id = $company OR x.target_id = $company)
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
  AND x.position < $after
WITH x.position AS position, x.source_id AS source, x.target_id AS target, x.claim_id AS claim, x.by AS by_id,
     x.published_at AS published_at, x.recorded_at AS recorded_at
ORDER BY position DESC
LIMIT $limit
MATCH (a:Entity {id: source})
WITH a, position, target, claim, by_id, published_at, recorded_at
MATCH (b:Entity {id: target})
WITH a, b, position, claim, by_id, published_at, recorded_at
MATCH (c:Claim {id: claim})
WITH a, b, c, c.document_id AS document, position, by_id, published_at, recorded_at
MATCH (d:Document {id: document})
WITH a, b, c, d, position, by_id, published_at, recorded_at
OPTIONAL MATCH (s:Entity {id: by_id})
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, by_id AS by_id, s.name AS by, c.id AS claim_id,
       c.text AS quote, d.id AS document_id, d.title AS title, published_at AS published_at,
       recorded_at AS recorded_at, position AS position
ORDER BY position DESC
