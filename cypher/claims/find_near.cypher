// name: claims.find_near
// doc: The claims that an entity makes, that are made for it or that are about it, and that fit all filters.
// mode: read
// begins: ids
// param: anchor entity
// param: speaker entity = ""
// param: organisation entity = ""
// param: about entity = ""
// param: types strings = [""]
// param: stances strings = [""]
// param: modalities strings = [""]
// param: published_from string = ""
// param: published_to string = ""
// param: changed_since string = ""
// param: as_of string = ""
// param: known_at string = ""
// param: text string = ""
// param: sort string = "-published_at"
// param: after_rising string = ""
// param: after_falling string = "~"
// param: after_number float = 0.0
// param: after_place string = ""
// param: limit int = 50
// returns: claim_id string
// returns: published_at string?
// returns: rising string
// returns: falling string
// returns: number float
MATCH (e:Entity {id: $anchor})<-[:MADE_BY|ON_BEHALF_OF|ABOUT]-(c:Claim)
WITH DISTINCT c
WHERE true
  AND c.type <> 'relation'  // only without $types
  AND c.type IN $types  // only with $types
  AND c.stance IN $stances  // only with $stances
  AND c.modality IN $modalities  // only with $modalities
  AND c.speaker_id = $speaker  // only with $speaker
  AND (c.speaker_id = $organisation OR c.org_id = $organisation)  // only with $organisation
  AND c.about_ids CONTAINS ('|' + $about + '|')  // only with $about
  AND c.published_at >= $published_from  // only with $published_from
  AND c.published_at <= $published_to  // only with $published_to
  AND c.recorded_at > $changed_since  // only with $changed_since
  AND c.published_at <= $as_of  // only with $as_of
  AND c.recorded_at <= $known_at  // only with $known_at
  AND toLower(replace(c.text, 'İ', 'I')) CONTAINS toLower(replace($text, 'İ', 'I'))  // only with $text
WITH c.id AS claim_id, c.published_at AS published_at,
     CASE $sort WHEN 'published_at' THEN coalesce(c.published_at, '') WHEN 'recorded_at' THEN c.recorded_at ELSE ''
     END AS rising,
     CASE $sort WHEN '-published_at' THEN coalesce(c.published_at, '') WHEN '-recorded_at' THEN c.recorded_at ELSE ''
     END AS falling,
     CASE $sort WHEN 'confidence' THEN c.confidence WHEN '-confidence' THEN -c.confidence ELSE 0.0 END AS number
WHERE rising > $after_rising OR (rising = $after_rising
  AND (falling < $after_falling OR (falling = $after_falling
  AND (number > $after_number OR (number = $after_number AND claim_id > $after_place)))))
RETURN claim_id AS claim_id, published_at AS published_at, rising AS rising, falling AS falling, number AS number
ORDER BY rising, falling DESC, number, claim_id
LIMIT $limit
