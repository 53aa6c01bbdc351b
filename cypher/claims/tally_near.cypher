// name: claims.tally_near
// doc: How many claims that have to do with an entity fit all filters, by what a facet of them says.
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
// param: facet string = ""
// param: limit int = 50
// returns: value string
// returns: total int
// returns: stories int
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
WITH CASE $facet
       WHEN 'type' THEN c.type
       WHEN 'stance' THEN c.stance
       WHEN 'speaker' THEN coalesce(c.speaker_id, '')
       WHEN 'organisation' THEN coalesce(c.org_id, '')
       WHEN 'metric' THEN c.metrics
       ELSE ''
     END AS value, CASE $facet WHEN '' THEN '' ELSE c.story END AS story
RETURN value AS value, count(*) AS total, count(DISTINCT story) AS stories
ORDER BY total DESC, value
LIMIT $limit
