// name: statements.newest_day
// doc: The day of the newest claim about an entity.
// mode: read
// begins: ids
// param: subject entity
// param: as_of string = ""
// param: known_at string = ""
// returns: day string?
MATCH (e:Entity {id: $subject})<-[:ABOUT]-(c:Claim)
WHERE c.type <> 'relation'
  AND c.published_at <= $as_of  // only with $as_of
  AND c.recorded_at <= $known_at  // only with $known_at
RETURN max(c.published_at) AS day
ORDER BY day
