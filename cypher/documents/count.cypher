// name: documents.count
// doc: How many documents there are.
// mode: read
// returns: total int
MATCH (d:Document)
RETURN count(d) AS total
ORDER BY total
