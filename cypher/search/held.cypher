// name: search.held
// doc: How many claims and passages there are that an index of words has to hold.
// mode: read
// returns: claims int
// returns: passages int
RETURN COUNT { MATCH (c:Claim) WHERE c.type <> 'relation' } AS claims,
       COUNT { MATCH (p:Passage) } AS passages
ORDER BY claims
