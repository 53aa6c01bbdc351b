// name: stats.nodes
// doc: How many nodes there are of each label.
// mode: read
// returns: label string
// returns: total int
MATCH (n:Document) RETURN 'Document' AS label, count(n) AS total
UNION ALL MATCH (n:Passage) RETURN 'Passage' AS label, count(n) AS total
UNION ALL MATCH (n:Entity) RETURN 'Entity' AS label, count(n) AS total
UNION ALL MATCH (n:Claim) RETURN 'Claim' AS label, count(n) AS total
UNION ALL MATCH (n:Figure) RETURN 'Figure' AS label, count(n) AS total
