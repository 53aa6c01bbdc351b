// name: neighbors.degrees
// doc: How many edges lead out of each of these entities and into it.
// mode: read
// begins: ids
// why: Neo4j knows a degree without going over the edges, unless it is asked about their other ends.
// param: ids strings
// returns: id string
// returns: outgoing int
// returns: incoming int
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id,
       COUNT { (e)-[:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]->() } AS outgoing,
       COUNT { (e)<-[:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-() } AS incoming
ORDER BY id
