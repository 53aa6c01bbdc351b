// name: stats.nodes
// doc: How many nodes there are of each label.
// mode: read
// returns: label string
// returns: total int
UNWIND ['Claim', 'Document', 'Entity', 'Figure', 'Judgement', 'Passage', 'Record'] AS label
RETURN label AS label,
       CASE label
         WHEN 'Claim' THEN COUNT { MATCH (c:Claim) }
         WHEN 'Document' THEN COUNT { MATCH (d:Document) }
         WHEN 'Entity' THEN COUNT { MATCH (e:Entity) }
         WHEN 'Figure' THEN COUNT { MATCH (f:Figure) }
         WHEN 'Judgement' THEN COUNT { MATCH (j:Judgement) }
         WHEN 'Passage' THEN COUNT { MATCH (p:Passage) }
         ELSE COUNT { MATCH (r:Record) }
       END AS total
ORDER BY label
