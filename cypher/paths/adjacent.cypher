// name: paths.adjacent
// doc: One step from each of these entities along the edges between entities, in both directions.
// mode: read
// param: ids strings
// returns: source string
// returns: target string
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})
WITH a, wanted
MATCH (a)-[x:HAS_ROLE_AT|BENCHMARKED_AGAINST|PARTNER_OF|CONSTITUENT_OF|MAKES|OWNS|SPEAKS_ABOUT]-(b:Entity)
RETURN DISTINCT a.id AS source, b.id AS target
ORDER BY source, target
