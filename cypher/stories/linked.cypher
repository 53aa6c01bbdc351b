// name: stories.linked
// doc: Documents that tell the same story as one of these, as far as they are there at a moment, the closest first.
// mode: read
// begins: ids
// param: ids strings
// param: as_of string = ""
// param: known_at string = ""
// returns: id string
// returns: other string
// returns: similarity float
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})
OPTIONAL MATCH (d)-[x:SAME_STORY]-(o:Document)
WITH d, x, o
WHERE o.id IS NOT NULL
  AND ($as_of = '' OR o.published_at <= $as_of)
  AND ($known_at = '' OR o.recorded_at <= $known_at)
RETURN d.id AS id, o.id AS other, x.similarity AS similarity
ORDER BY id, similarity DESC, other
