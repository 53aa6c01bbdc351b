// name: resolution.merged
// doc: The ids that were merged into this one.
// mode: read
// param: kept string
// returns: id string
MATCH (r:Redirect)
WHERE r.kept = $kept
RETURN r.id AS id
ORDER BY id
