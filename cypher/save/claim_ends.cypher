// name: save.claim_ends
// doc: Repeat on claims what their edges say of speaker, organisation and subjects.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MATCH (c:Claim {id: r.id})
SET c.speaker_id = r.speaker_id, c.org_id = r.org_id, c.about_ids = r.about_ids
