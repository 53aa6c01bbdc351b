// name: resolution.count
// doc: How many judgements there are.
// mode: read
// param: verdict string = ""
// param: entity_ids strings = [""]
// returns: total int
MATCH (j:Judgement)
WHERE true
  AND j.verdict = $verdict  // only with $verdict
  AND (j.left IN $entity_ids OR j.right IN $entity_ids)  // only with $entity_ids
RETURN count(j) AS total
ORDER BY total
