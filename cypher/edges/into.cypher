// name: edges.into
// doc: What leads into these entities: for each neighbour and relation how many edges, and the newest.
// mode: read
// begins: ids
// param: ids strings
// param: as_of string = ""
// param: known_at string = ""
// param: limit int = 50000
// returns: id string
// returns: edges int
// returns: newest string
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
OPTIONAL MATCH (a)<-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(b:Entity)
WITH a, x, b
WHERE b.id IS NOT NULL
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
WITH a.id AS id, b.id AS other_id, x.relation AS relation, count(x) AS edges,
     max(x.position + ' ' + coalesce(x.by, '') + ' ' + coalesce(x.role, '')) AS newest
RETURN id AS id, edges AS edges, newest AS newest
ORDER BY id, newest DESC
LIMIT $limit
