// name: documents.count
// doc: How many documents fit all filters.
// mode: read
// param: publisher string = ""
// param: entity entity = ""
// param: title string = ""
// param: published_from string = ""
// param: published_to string = ""
// param: as_of string = ""
// param: known_at string = ""
// returns: total int
MATCH (d:Document)
WHERE ($publisher = '' OR d.publisher = $publisher)
  AND ($title = '' OR toLower(replace(d.title, 'İ', 'I')) CONTAINS toLower(replace($title, 'İ', 'I')))
  AND ($published_from = '' OR d.published_at >= $published_from)
  AND ($published_to = '' OR d.published_at <= $published_to)
  AND ($as_of = '' OR d.published_at <= $as_of)
  AND ($known_at = '' OR d.recorded_at <= $known_at)
  AND ($entity = '' OR EXISTS { MATCH (d)-[:NAMES]->(e:Entity {id: $entity}) })
RETURN count(d) AS total
ORDER BY total
