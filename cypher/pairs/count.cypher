// name: pairs.count
// doc: How many pairs there are that fit the filters.
// mode: read
// param: by entity = ""
// param: company entity = ""
// param: as_of string = ""
// param: known_at string = ""
// returns: total int
MATCH (:Entity)-[x:BENCHMARKED_AGAINST]->(:Entity)
WHERE ($by = '' OR x.by = $by)
  AND ($company = '' OR x.source_id = $company OR x.target_id = $company)
  AND ($as_of = '' OR x.published_at <= $as_of)
  AND ($known_at = '' OR x.recorded_at <= $known_at)
RETURN count(x) AS total
ORDER BY total
