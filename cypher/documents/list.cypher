// name: documents.list
// doc: Documents with how many entities they name and claims they state, newest first.
// mode: read
// use: cli
// param: after_date string = "~"
// param: after_place string = ""
// param: limit int = 50
// returns: id string
// returns: title string
// returns: publisher string?
// returns: url string?
// returns: published_at string?
// returns: source string?
// returns: language string
// returns: recorded_at string
// returns: entities int
// returns: claims int
MATCH (d:Document)
WITH d, coalesce(d.published_at, '') AS day
WHERE day < $after_date OR (day = $after_date AND d.id > $after_place)
WITH d, day
ORDER BY day DESC, d.id
LIMIT $limit
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.url AS url, d.published_at AS published_at,
       d.source AS source, d.language AS language, d.recorded_at AS recorded_at,
       COUNT { MATCH (d)-[:NAMES]->(e:Entity) } AS entities,
       COUNT { MATCH (d)-[:STATES]->(c:Claim) } AS claims
ORDER BY day DESC, id
