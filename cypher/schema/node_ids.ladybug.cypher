// name: schema.node_ids
// doc: The ids of nodes by their places in the engine's tables.
// mode: read
// begins: ids
// why: ladybug knows nodes by table and offset; only a comparison with one column is looked up, not searched for
// param: places rows
// returns: part int
// returns: position int
// returns: id string
UNWIND $places AS place
WITH place, internal_id(place.part, place.position) AS key
MATCH (node:Document:Source:Band:Passage:Entity:Claim:Figure:Judgement:Redirect:Record:Form) WHERE id(node) = key
RETURN place.part AS part, place.position AS position, node.id AS id
ORDER BY part, position
