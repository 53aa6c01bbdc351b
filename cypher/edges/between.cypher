// name: edges.between
// doc: What leads straight from one entity to another: for each relation how many edges, and the newest.
// mode: read
// param: source entity
// param: target entity
// param: as_of string = ""
// param: known_at string = ""
// returns: id string
// returns: edges int
// returns: newest string
MATCH (a:Entity {id: $source})
WITH a
MATCH (b:Entity {id: $target})
WITH a, b
MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(b)
WHERE ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
WITH a.id AS id, x.relation AS relation, count(x) AS edges,
     max(x.position + ' ' + coalesce(x.by, '') + ' ' + coalesce(x.role, '')) AS newest
RETURN id AS id, edges AS edges, newest AS newest
ORDER BY id, newest DESC
