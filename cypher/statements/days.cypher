// name: statements.days
// doc: The day of the newest claim about an entity, and how many claims about it have none.
// mode: read
// begins: ids
// param: subject entity
// param: known_at string = ""
// returns: newest string?
// returns: undated int
MATCH (e:Entity {id: $subject})<-[:ABOUT]-(c:Claim)
WHERE c.type <> 'relation'
  AND c.recorded_at <= $known_at  // only with $known_at
RETURN max(c.published_at) AS newest, count(*) - count(c.published_at) AS undated
ORDER BY newest
