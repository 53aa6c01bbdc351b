// name: documents.undated
// doc: How many documents have no date of publication.
// mode: read
// param: known_at string = ""
// returns: total int
MATCH (d:Document)
WHERE d.published_at IS NULL
  AND d.recorded_at <= $known_at  // only with $known_at
RETURN count(d) AS total
ORDER BY total
