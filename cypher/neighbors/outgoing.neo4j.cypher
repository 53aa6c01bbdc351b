// name: neighbors.outgoing
// doc: What an entity's edges lead to, newest first, each with the claim that it rests on.
// mode: read
// use: cli
// why: an index of edges finds the first of a hundred thousand; it is one of each type, and ladybug has none.
// param: entity entity
// param: relation string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: after string = "~"
// param: limit int = 50
// returns: entity_id string
// returns: name string
// returns: kind string
// returns: relation string
// returns: role string?
// returns: by_id string?
// returns: by string?
// returns: claim_id string
// returns: quote string
// returns: document_id string
// returns: published_at string?
// returns: recorded_at string
// returns: position string
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
WITH x.position AS position, x.target_id AS other_id, x.relation AS relation, x.claim_id AS claim_id, x.by AS by_id,
     x.role AS role, x.published_at AS published_at, x.recorded_at AS recorded_at
ORDER BY position DESC
LIMIT $limit
MATCH (n:Entity {id: other_id})
WITH n, position, relation, claim_id, by_id, role, published_at, recorded_at
MATCH (c:Claim {id: claim_id})
WITH n, c, position, relation, by_id, role, published_at, recorded_at
OPTIONAL MATCH (s:Entity {id: by_id})
RETURN n.id AS entity_id, n.name AS name, n.kind AS kind, relation AS relation, role AS role, by_id AS by_id,
       s.name AS by, c.id AS claim_id, c.text AS quote, c.document_id AS document_id, published_at AS published_at,
       recorded_at AS recorded_at, position AS position
ORDER BY position DESC
