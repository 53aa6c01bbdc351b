// name: claims.passages
// doc: The sentences that the words of claims stand in, and which part of each.
// mode: read
// param: ids strings
// returns: claim_id string
// returns: id string
// returns: start int
// returns: end int
// returns: text string
// returns: evidence_start int
// returns: evidence_end int
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
WITH c, wanted
MATCH (c)-[x:EVIDENCED_BY]->(p:Passage)
RETURN c.id AS claim_id, p.id AS id, p.start AS start, p.`end` AS `end`, p.text AS text,
       x.start AS evidence_start, x.`end` AS evidence_end
ORDER BY claim_id, start, id
