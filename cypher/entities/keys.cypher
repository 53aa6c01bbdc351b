// name: entities.keys
// doc: The forms in which each entity is looked up.
// mode: read
// use: cli
// returns: id string
// returns: keys strings
MATCH (e:Entity)
RETURN e.id AS id, e.keys AS keys
ORDER BY id
