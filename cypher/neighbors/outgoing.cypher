// name: neighbors.outgoing
// doc: The newest of an entity's edges to others; a position tells day, relation, both ends and claim of each.
// mode: read
// begins: ids
// param: entity entity
// param: relation string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: after string = "~"
// param: limit int = 50
// returns: position string
// returns: by_id string?
// returns: role string?
MATCH (e:Entity {id: $entity})-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(:Entity)
WHERE ($relation = '' OR x.relation = $relation)
  AND x.position < $after
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
RETURN x.position AS position, x.by AS by_id, x.role AS role
ORDER BY position DESC
LIMIT $limit
