// name: pairs.count
// doc: How many pairs there are that fit the filters.
// mode: read
// param: by entity = ""
// param: company entity = ""
// returns: total int
MATCH (a:Entity)-[x:BENCHMARKED_AGAINST]->(b:Entity)
WHERE ($by = '' OR x.by = $by)
  AND ($company = '' OR a.id = $company OR b.id = $company)
RETURN count(x) AS total
ORDER BY total
