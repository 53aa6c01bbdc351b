// name: search.indexed
// doc: How many claims and passages there are, and how many of them an index of words holds.
// mode: read
// why: Neo4j keeps its index within each write; on ladybug graph/word_index.py counts what is in the index beside it.
// returns: part string
// returns: held int
// returns: found int
CALL () {
  MATCH (c:Claim)
  WHERE c.type <> 'relation'
  RETURN 'claims' AS part, count(c) AS held
  UNION ALL
  MATCH (p:Passage)
  RETURN 'passages' AS part, count(p) AS held
}
RETURN part AS part, held AS held, held AS found
ORDER BY part
