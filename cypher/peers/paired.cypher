// name: peers.paired
// doc: The companies that each of these is set against, on either side: how often, by how many, and the newest edge.
// mode: read
// begins: ids
// param: ids strings
// param: as_of string = ""
// param: known_at string = ""
// param: limit int = 5000
// returns: id string
// returns: peer_id string
// returns: pairs int
// returns: sources int
// returns: newest string
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
OPTIONAL MATCH (a)-[x:BENCHMARKED_AGAINST]-(b:Entity)
WITH a, x, b
WHERE b.id IS NOT NULL AND b.id <> a.id
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
WITH a.id AS id, b.id AS peer_id, count(x) AS pairs, count(DISTINCT x.by) AS sources, max(x.position) AS newest
RETURN id AS id, peer_id AS peer_id, pairs AS pairs, sources AS sources, newest AS newest
ORDER BY id, newest DESC
LIMIT $limit
