// name: neighbors.counts_in
// doc: How many edges of each relation led into an entity, at a moment.
// mode: read
// begins: ids
// param: entity entity
// param: as_of string = ""
// param: known_at string = ""
// returns: relation string
// returns: total int
MATCH (e:Entity {id: $entity})<-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(:Entity)
WHERE ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
RETURN x.relation AS relation, count(x) AS total
ORDER BY relation
