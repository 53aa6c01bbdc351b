// name: schema.strangers
// doc: The labels of a node, if there is any: asked where there is no schema, so the node is of another program.
// mode: read
// why: a Neo4j server has one database for many programs; a ladybug store is a file of its own.
// returns: labels strings
MATCH (n)
WITH n LIMIT 1
RETURN labels(n) AS labels
ORDER BY labels
