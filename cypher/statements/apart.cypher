// name: statements.apart
// doc: Claims of others whose numbers for the same have no value in common with those of a claim, newest first.
// mode: read
// begins: ids
// param: id string
// param: published_from string
// param: published_to string
// param: known_at string = ""
// param: limit int = 50
// returns: claim_id string
// returns: published_at string
MATCH (c:Claim {id: $id})-[:HAS_FIGURE]->(f:Figure)-[:MEASURES]->(e:Entity)
WITH DISTINCT c, f, e
MATCH (e)<-[:MEASURES]-(g:Figure)<-[:HAS_FIGURE]-(o:Claim)
WITH c, f, g, o
WHERE g.metric = f.metric AND g.unit = f.unit
  AND replace(coalesce(g.basis, ''), 'new', '') = replace(coalesce(f.basis, ''), 'new', '')
  AND coalesce(g.period, '') = coalesce(f.period, '') AND coalesce(f.basis, '') <> 'previous'
  AND (g.high < f.low OR g.low > f.high)
  AND o.type <> 'relation' AND o.published_at >= $published_from AND o.published_at <= $published_to
  AND o.recorded_at <= $known_at  // only with $known_at
  AND coalesce(o.speaker_id, o.org_id, '') <> '' AND coalesce(o.speaker_id, o.org_id) <> coalesce(c.speaker_id, c.org_id)
RETURN DISTINCT o.id AS claim_id, o.published_at AS published_at
ORDER BY published_at DESC, claim_id
LIMIT $limit
