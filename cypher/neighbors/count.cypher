// name: neighbors.count
// doc: How many edges of an entity there are, out of it and into it.
// mode: read
// param: entity entity
// param: relation string = ""
// returns: outgoing int
// returns: incoming int
MATCH (e:Entity {id: $entity})
RETURN COUNT {
         MATCH (e)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(n:Entity)
         WHERE $relation = '' OR x.relation = $relation
       } AS outgoing,
       COUNT {
         MATCH (e)<-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(n:Entity)
         WHERE $relation = '' OR x.relation = $relation
       } AS incoming
ORDER BY outgoing
