// name: claims.words
// doc: The exact words of these claims, where they stand, and since when they are known.
// mode: read
// begins: ids
// param: ids strings
// returns: claim_id string
// returns: quote string
// returns: document_id string
// returns: recorded_at string
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted})
RETURN c.id AS claim_id, c.text AS quote, c.document_id AS document_id,
       c.recorded_at AS recorded_at
ORDER BY claim_id
