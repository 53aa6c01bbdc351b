// name: resolution.redirects_page
// doc: The ids after one that were merged away, in order, and under which each entity is kept.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: kept string
MATCH (r:Redirect)
WHERE r.id > $after
RETURN r.id AS id, r.kept AS kept
ORDER BY id
LIMIT $limit
