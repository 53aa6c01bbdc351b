// name: save.forms
// doc: Store which records have which forms.
// mode: write
// begins: rows
// param: rows rows
UNWIND $rows AS r
MERGE (f:Form {id: r.id})
SET f.records = r.records
