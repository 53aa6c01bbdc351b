// name: claims.count
// doc: How many claims fit all filters.
// mode: read
// param: speaker entity = ""
// param: organisation entity = ""
// param: about entity = ""
// param: type string = ""
// param: stance string = ""
// param: published_from string = ""
// param: published_to string = ""
// param: text string = ""
// param: as_of string = ""
// param: known_at string = ""
// returns: total int
MATCH (c:Claim)
WHERE (c.type = $type OR ($type = '' AND c.type <> 'relation'))
  AND ($stance = '' OR c.stance = $stance)
  AND ($published_from = '' OR c.published_at >= $published_from)
  AND ($published_to = '' OR c.published_at <= $published_to)
  AND ($as_of = '' OR c.published_at <= $as_of)
  AND ($known_at = '' OR c.recorded_at <= $known_at)
  AND ($text = '' OR toLower(replace(c.text, 'İ', 'I')) CONTAINS toLower(replace($text, 'İ', 'I')))
  AND ($speaker = '' OR EXISTS { MATCH (c)-[:MADE_BY]->(s:Entity {id: $speaker}) })
  AND ($organisation = '' OR EXISTS { MATCH (c)-[:MADE_BY|ON_BEHALF_OF]->(o:Entity {id: $organisation}) })
  AND ($about = '' OR EXISTS { MATCH (c)-[:ABOUT]->(a:Entity {id: $about}) })
RETURN count(c) AS total
ORDER BY total
