// name: schema.node_ids
// doc: The ids of nodes by the ids that the server gives them.
// mode: read
// begins: ids
// why: a relationship that a server returns names its nodes by these alone
// param: places strings
// returns: place string
// returns: id string
UNWIND $places AS place
MATCH (node:Document|Source|Band|Passage|Entity|Claim|Figure|Judgement|Redirect|Record|Form) WHERE elementId(node) = place
RETURN place AS place, node.id AS id
ORDER BY place
