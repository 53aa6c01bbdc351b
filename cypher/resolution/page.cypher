// name: resolution.page
// doc: Judgements after one id, in the order of their ids.
// mode: read
// param: after string = ""
// param: limit int
// returns: id string
// returns: left string
// returns: right string
// returns: verdict string
// returns: score float
// returns: why string
// returns: by string
// returns: at string
MATCH (j:Judgement)
WHERE j.id > $after
RETURN j.id AS id, j.left AS left, j.right AS right, j.verdict AS verdict, j.score AS score, j.why AS why, j.by AS by,
       j.at AS at
ORDER BY id
LIMIT $limit
