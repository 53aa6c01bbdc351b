// name: claims.find_newest
// doc: The claims with a day that fit all filters, newest first: an index by day gives them without a look at the rest.
// mode: read
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
// param: after_falling string = "~"
// param: after_place string = ""
// param: limit int = 50
// returns: claim_id string
// returns: published_at string?
// returns: rising string
// returns: falling string
// returns: number float
MATCH (c:Claim)
WHERE c.published_at <= $after_falling
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
  AND (c.published_at < $after_falling OR c.id + '' > $after_place)  // so written, no index of ids is of use
RETURN c.id AS claim_id, c.published_at AS published_at, '' AS rising, c.published_at AS falling, 0.0 AS number
ORDER BY published_at DESC, claim_id
LIMIT $limit
