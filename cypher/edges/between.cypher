// name: edges.between
// doc: What leads straight from one entity to another or back: for each relation how many edges, and the newest.
// mode: read
// begins: ids
// param: entity entity
// param: other entity
// param: as_of string = ""
// param: known_at string = ""
// returns: id string
// returns: edges int
// returns: newest string
MATCH (e:Entity {id: $entity})-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(:Entity)
WHERE (x.source_id = $other OR x.target_id = $other)
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
WITH x.source_id AS id, x.relation AS relation, count(x) AS edges,
     max(x.position + ' ' + coalesce(x.by, '') + ' ' + coalesce(x.role, '')) AS newest
RETURN id AS id, edges AS edges, newest AS newest
ORDER BY id, newest DESC
