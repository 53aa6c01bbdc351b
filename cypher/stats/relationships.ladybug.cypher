// name: stats.relationships
// doc: How many relationships there are of each type.
// mode: read
// why: ladybug's name for type(x) is label(x).
// returns: type string
// returns: total int
MATCH (a:Document|Passage|Claim|Figure|Entity)-[x]->(b:Document|Passage|Claim|Figure|Entity)
RETURN label(x) AS type, count(x) AS total
ORDER BY type
