// name: stats.relationships
// doc: How many relationships there are of each type.
// mode: read
// returns: type string
// returns: total int
MATCH (a:Document|Passage|Claim|Figure|Entity)-[x]->(b:Document|Passage|Claim|Figure|Entity)
RETURN type(x) AS type, count(x) AS total
ORDER BY type
