// name: neighbors.outgoing
// doc: The newest of an entity's edges to others; a position tells day, relation, both ends and claim of each.
// mode: read
// begins: ids
// why: an index of edges finds the first of a hundred thousand; it is one of each type, and ladybug has none.
// param: entity entity
// param: relation string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: after string = "~"
// param: limit int = 50
// returns: position string
// returns: by_id string?
// returns: role string?
CALL () {
  MATCH (e:Entity)-[x:HAS_ROLE_AT]->(:Entity)
  USING INDEX x:HAS_ROLE_AT(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'HAS_ROLE_AT'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:BENCHMARKED_AGAINST]->(:Entity)
  USING INDEX x:BENCHMARKED_AGAINST(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'BENCHMARKED_AGAINST'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:PARTNER_OF]->(:Entity)
  USING INDEX x:PARTNER_OF(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'PARTNER_OF'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:CONSTITUENT_OF]->(:Entity)
  USING INDEX x:CONSTITUENT_OF(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'CONSTITUENT_OF'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:MAKES]->(:Entity)
  USING INDEX x:MAKES(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'MAKES'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:OWNS]->(:Entity)
  USING INDEX x:OWNS(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'OWNS'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
  UNION ALL
  MATCH (e:Entity)-[x:SPEAKS_ABOUT]->(:Entity)
  USING INDEX x:SPEAKS_ABOUT(source_id, position)
  WHERE x.source_id = CASE WHEN $relation IN ['', 'SPEAKS_ABOUT'] THEN $entity ELSE '' END AND x.position < $after
    AND ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x ORDER BY x.source_id DESC, x.position DESC LIMIT $limit
}
RETURN x.position AS position, x.by AS by_id, x.role AS role
ORDER BY position DESC
LIMIT $limit
