// name: documents.list
// doc: Documents that fit all filters, with how many entities they name and claims they state, newest first.
// mode: read
// use: cli
// param: publisher string = ""
// param: entity entity = ""
// param: title string = ""
// param: published_from string = ""
// param: published_to string = ""
// param: as_of string = ""
// param: known_at string = ""
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
WHERE ($publisher = '' OR d.publisher = $publisher)
  AND ($title = '' OR toLower(replace(d.title, 'İ', 'I')) CONTAINS toLower(replace($title, 'İ', 'I')))
  AND ($published_from = '' OR d.published_at >= $published_from)
  AND ($published_to = '' OR d.published_at <= $published_to)
  AND ($as_of = '' OR d.published_at <= $as_of)
  AND ($known_at = '' OR d.recorded_at <= $known_at)
  AND ($entity = '' OR EXISTS { MATCH (d)-[:NAMES]->(e:Entity {id: $entity}) })
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
