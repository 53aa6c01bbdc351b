// name: neighbors.degrees
// doc: How many edges lead out of each of these entities and into it.
// mode: read
// begins: ids
// param: ids strings
// returns: id string
// returns: outgoing int
// returns: incoming int
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id,
       COUNT { MATCH (e)-[:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->(:Entity) } AS outgoing,
       COUNT { MATCH (e)<-[:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(:Entity) } AS incoming
ORDER BY id
