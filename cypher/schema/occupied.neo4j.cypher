// name: schema.occupied
// doc: A label of ours on a node, to tell an empty database from one that another program fills.
// mode: read
// why: A Neo4j database may hold more than this graph; a ladybug file is ours alone.
// returns: label string
MATCH (n:Document|Passage|Entity|Claim|Figure)
WITH n LIMIT 1
RETURN head(labels(n)) AS label
ORDER BY label
