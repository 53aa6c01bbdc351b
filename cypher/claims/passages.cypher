// name: claims.passages
// doc: The sentences that the words of a claim stand in, in the order of the text.
// mode: read
// begins: ids
// param: id string
// returns: id string
// returns: start int
// returns: end int
// returns: text string
MATCH (c:Claim {id: $id})-[x:EVIDENCED_BY]->(p:Passage)
RETURN p.id AS id, p.start AS start, p.`end` AS `end`, p.text AS text
ORDER BY start, id
