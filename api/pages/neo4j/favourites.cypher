// Who is measured against whom
// The pairs that UBS draws, with the claim that they rest on; without `{by: 'ubs'}`, those of everybody.
MATCH pair = (:Company)-[x:BENCHMARKED_AGAINST {by: 'ubs'}]->(:Company)
OPTIONAL MATCH source = (:Claim {id: x.claim_id})-[:MADE_BY]->(:Entity)
RETURN pair, source
LIMIT 200;

// Each pair in its exact words
// The edge is a view of a claim: `claim_id` leads to the words, who says them, and where.
MATCH (a:Company)-[x:BENCHMARKED_AGAINST]->(b:Company)
MATCH (c:Claim {id: x.claim_id})
MATCH (d:Document {id: c.document_id})
OPTIONAL MATCH (by:Entity {id: x.by})
RETURN a.name AS company, b.name AS yardstick, by.name AS says, c.text AS words, d.title AS document, x.published_at AS day
ORDER BY day DESC, company, yardstick, c.id
LIMIT 200;

// What one person says
// Newest first, with the house that the person speaks for.
MATCH (c:Claim)-[:MADE_BY]->(speaker:Person {id: 'scott-rubner'})
WHERE c.type <> 'relation'
OPTIONAL MATCH (c)-[:ON_BEHALF_OF]->(house:Entity)
RETURN c.published_at AS day, speaker.name AS speaker, house.name AS house, c.type AS type, c.modality AS modality, c.text AS words
ORDER BY day DESC, c.id
LIMIT 100;

// Good words about a company
// By ticker here: `keys` holds every form that an entity is looked up by, in lower case. Try `negative`.
MATCH (c:Claim {stance: 'positive'})-[:ABOUT]->(company:Company)
WHERE 'baba' IN company.keys
OPTIONAL MATCH (c)-[:MADE_BY]->(speaker:Entity)
RETURN c.published_at AS day, speaker.name AS speaker, c.text AS words
ORDER BY day DESC, c.id
LIMIT 100;

// All around one bank
// Its people, and what it speaks about: every edge between two entities is a view of a claim.
MATCH edge = (:Entity {id: 'goldman-sachs'})--(:Entity)
RETURN edge
LIMIT 200;

// How two names hang together
// The shortest way between them along the edges between entities.
MATCH (a:Entity {id: 'eddie-wu'})
MATCH (b:Entity {id: 'amazon'})
MATCH way = shortestPath((a)-[*..6]-(b))
WHERE all(step IN nodes(way) WHERE step:Entity)
RETURN way
LIMIT 1;

// Claims with these words in them
// From the full-text index, best first; `"buying power"`, `fund*` and `stimulus AND market` work as well.
CALL db.index.fulltext.queryNodes('streetgraph_claim_words', 'correction') YIELD node AS c, score
WHERE c.type <> 'relation'
OPTIONAL MATCH (c)-[:MADE_BY]->(speaker:Entity)
RETURN c.published_at AS day, speaker.name AS speaker, c.text AS words
ORDER BY score DESC, c.id
LIMIT 100;

// Numbers given for an index, and by whom
// `MEASURES` goes from the number to what it is a number of, so that lists with "respectively" come out right.
MATCH (f:Figure)-[:MEASURES]->(:Index {id: 'csi-300'})
MATCH (c:Claim)-[:HAS_FIGURE]->(f)
OPTIONAL MATCH (c)-[:MADE_BY]->(speaker:Entity)
RETURN c.published_at AS day, speaker.name AS speaker, f.metric AS metric, f.low AS value, f.unit AS unit, f.basis AS basis, c.text AS words
ORDER BY day DESC, speaker, f.id
LIMIT 100;

// Where banks disagree
// Targets for one index by more than one speaker: the latest of each, and how far they are apart.
MATCH (i:Index)<-[:MEASURES]-(f:Figure {metric: 'index_target'})<-[:HAS_FIGURE]-(c:Claim)
WHERE coalesce(f.basis, '') <> 'previous'
OPTIONAL MATCH (c)-[:MADE_BY]->(bank:Entity)
WITH i, coalesce(bank.name, 'speaker not named') AS bank, f, c
ORDER BY c.published_at DESC, f.id
WITH i, bank, collect(f.low)[0] AS target
WITH i, collect(bank + ': ' + toString(target)) AS targets, max(target) - min(target) AS apart
WHERE size(targets) > 1
RETURN i.name AS index, targets, apart
ORDER BY apart DESC, index
LIMIT 50;

// A claim with everything that it rests on
// Speaker, subjects, figures, the sentence and the document; Scott Rubner's here.
MATCH (c:Claim)-[:MADE_BY]->(:Person {id: 'scott-rubner'})
WITH c
ORDER BY c.published_at DESC, c.id
LIMIT 1
MATCH fact = (c)-[:MADE_BY|ON_BEHALF_OF|ABOUT|HAS_FIGURE|EVIDENCED_BY]->()
OPTIONAL MATCH number = (c)-[:HAS_FIGURE]->(:Figure)-[:MEASURES]->(:Entity)
OPTIONAL MATCH place = (c)-[:EVIDENCED_BY]->(:Passage)-[:PART_OF]->(:Document)
RETURN fact, number, place;

// Every quote against its source
// The words of each claim, cut out of its document anew; `wrong` is 0, or something is broken.
MATCH (c:Claim)
MATCH (d:Document {id: c.document_id})
RETURN count(c) AS claims, sum(CASE WHEN substring(d.text, c.start, c.end - c.start) = c.text THEN 0 ELSE 1 END) AS wrong;

// What was known by a day
// How many claims there were about each entity by then; put another day in.
MATCH (c:Claim)-[:ABOUT]->(e:Entity)
WHERE c.published_at <= '2025-02-20'
RETURN e.name AS name, e.kind AS kind, count(c) AS claims
ORDER BY claims DESC, name
LIMIT 25;

// How much is in here
MATCH (n)
UNWIND labels(n) AS label
RETURN label, count(*) AS nodes
ORDER BY nodes DESC, label;
