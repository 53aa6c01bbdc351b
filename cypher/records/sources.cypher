// name: records.sources
// doc: The registers that the store holds records of, with how many.
// mode: read
// use: cli
// returns: source string
// returns: records int
MATCH (r:Record)
RETURN r.source AS source, count(r) AS records
ORDER BY source
