// name: figures.about
// doc: The numbers that are given for an entity and by whom, newest first.
// mode: read
// begins: ids
// use: cli
// param: entity entity
// param: metric string = ""
// param: limit int = 50
// returns: published_at string?
// returns: speaker string?
// returns: metric string
// returns: low float
// returns: high float
// returns: unit string
// returns: basis string?
// returns: period string?
// returns: text string
// returns: claim_id string
MATCH (e:Entity {id: $entity})<-[:MEASURES]-(f:Figure)<-[:HAS_FIGURE]-(c:Claim)
WHERE $metric = '' OR f.metric = $metric
OPTIONAL MATCH (c)-[:MADE_BY]->(s:Entity)
RETURN c.published_at AS published_at, s.name AS speaker, f.metric AS metric, f.low AS low, f.high AS high,
       f.unit AS unit, f.basis AS basis, f.period AS period, f.text AS text, c.id AS claim_id
ORDER BY coalesce(published_at, '') DESC, claim_id, f.id
LIMIT $limit
