// name: entities.most_mentioned
// doc: The entities that are named most often.
// mode: read
// use: cli
// param: kind string = ""
// param: limit int = 20
// returns: id string
// returns: name string
// returns: kind string
// returns: mentions int
MATCH (e:Entity)<-[m:MENTIONS]-(p:Passage)
WHERE $kind = '' OR e.kind = $kind
RETURN e.id AS id, e.name AS name, e.kind AS kind, count(m) AS mentions
ORDER BY mentions DESC, id
LIMIT $limit
