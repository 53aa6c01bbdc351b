// name: resolution.judgements
// doc: What was judged of pairs of ids, newest first.
// mode: read
// use: cli
// param: verdict string = ""
// param: entity_ids strings = [""]
// param: after_date string = "~"
// param: after_place string = ""
// param: limit int = 50
// returns: id string
// returns: left string
// returns: right string
// returns: verdict string
// returns: score float
// returns: why string
// returns: by string
// returns: at string
MATCH (j:Judgement)
WHERE (j.at < $after_date OR (j.at = $after_date AND j.id > $after_place))
  AND j.verdict = $verdict  // only with $verdict
  AND (j.left IN $entity_ids OR j.right IN $entity_ids)  // only with $entity_ids
RETURN j.id AS id, j.left AS left, j.right AS right, j.verdict AS verdict, j.score AS score, j.why AS why, j.by AS by,
       j.at AS at
ORDER BY at DESC, id
LIMIT $limit
