// name: neighbors.counts_out
// doc: How many edges of each relation led out of an entity, at a moment.
// mode: read
// begins: ids
// why: Neo4j knows a degree without going over the edges, unless it is asked about their other ends.
// param: entity entity
// param: as_of string = ""
// param: known_at string = ""
// returns: relation string
// returns: total int
CALL () {
  MATCH (e:Entity {id: $entity})
  WHERE $as_of <> '' OR $known_at <> ''
  MATCH (e)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(:Entity)
  WHERE ($as_of = '' OR x.published_at <= $as_of) AND ($known_at = '' OR x.recorded_at <= $known_at)
  RETURN x.relation AS relation, count(x) AS total
  UNION ALL
  MATCH (e:Entity {id: $entity})
  WHERE $as_of = '' AND $known_at = ''
  UNWIND [
    {relation: 'HAS_ROLE_AT', total: COUNT { (e)-[:HAS_ROLE_AT]->() }},
    {relation: 'BENCHMARKED_AGAINST', total: COUNT { (e)-[:BENCHMARKED_AGAINST]->() }},
    {relation: 'PARTNER_OF', total: COUNT { (e)-[:PARTNER_OF]->() }},
    {relation: 'CONSTITUENT_OF', total: COUNT { (e)-[:CONSTITUENT_OF]->() }},
    {relation: 'MAKES', total: COUNT { (e)-[:MAKES]->() }},
    {relation: 'OWNS', total: COUNT { (e)-[:OWNS]->() }},
    {relation: 'SPEAKS_ABOUT', total: COUNT { (e)-[:SPEAKS_ABOUT]->() }}
  ] AS each
  RETURN each.relation AS relation, each.total AS total
}
WITH relation, total
WHERE total > 0
RETURN relation AS relation, total AS total
ORDER BY relation
