"""The words that a reading query may use, and those that it never may outside names and strings."""

from __future__ import annotations

STARTERS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN"})
CLAUSES = STARTERS | {"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"}
CONSTANTS = frozenset({"NULL", "TRUE", "FALSE"})
SORTINGS = frozenset({"ASC", "ASCENDING", "DESC", "DESCENDING"})
INFIXES = frozenset({"AND", "OR", "XOR", "IN", "STARTS", "ENDS", "CONTAINS", "IS", "AS", "WHERE"})
OF_CASE = frozenset({"WHEN", "THEN", "ELSE", "END"})
PREFIXES = frozenset({"NOT", "DISTINCT", "CASE", "BY", "SHORTEST"})
PATH_MODES = frozenset({"ALL", "SHORTEST", "TRAIL", "ACYCLIC", "WALK"})
SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT"})
QUANTIFIERS = frozenset({"ALL", "ANY", "NONE", "SINGLE"})
OF_ALL_ITEMS = frozenset({"TOBOOLEANLIST", "TOFLOATLIST", "TOINTEGERLIST", "TOSTRINGLIST"})
KNOWN = CLAUSES | CONSTANTS | SORTINGS | INFIXES | OF_CASE | PREFIXES | PATH_MODES | SUBQUERIES | QUANTIFIERS

FOLLOWED_BY = {  # words that are half of a pair
    "OPTIONAL": frozenset({"MATCH"}),
    "ORDER": frozenset({"BY"}),
    "STARTS": frozenset({"WITH"}),
    "ENDS": frozenset({"WITH"}),
    "IS": frozenset({"NULL", "NOT"}),
}

# Not one of these is needed to refuse anything, since what is not known is refused: they make the reason plain, and
# they stand guard should the rules on what may follow what ever miss something.
_FORBIDDEN = """
    ALTER ATTACH BEGIN CALL CHECKPOINT COMMENT COMMIT COPY CREATE CYPHER DEALLOCATE DELETE DENY DETACH DROP DRYRUN
    EXECUTE EXPLAIN EXPORT FINISH FOREACH GRANT IMPORT INSERT INSTALL KILL LET LOAD MERGE NODETACH PREPARE PROFILE
    REALLOCATE REMOVE RENAME REVOKE ROLLBACK SET SHOW TERMINATE TRUNCATE UNINSTALL UPDATE UPSERT USE USING VACUUM
    YIELD
"""
FORBIDDEN = frozenset(_FORBIDDEN.split())

_SHARED = """
    abs acos all any asin atan atan2 avg ceil coalesce collect cos cot count date degrees duration floor id keys
    labels left length log log10 lower ltrim max min nodes none nullif percentilecont percentiledisc pi properties
    radians range relationships replace reverse right round rtrim sign sin single size sqrt substring sum tan
    tolower toupper trim upper
"""
_NEO4J = """
    allshortestpaths btrim char_length character_length date.truncate datetime datetime.fromepoch
    datetime.fromepochmillis datetime.truncate duration.between duration.indays duration.inmonths
    duration.inseconds e elementid endnode exists exp haversin head isempty isnan last localdatetime
    localdatetime.truncate localtime localtime.truncate normalize shortestpath split startnode stdev stdevp tail
    time time.truncate toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger
    tointegerlist tointegerornull tostring tostringlist tostringornull type valuetype
"""
_LADYBUG = """
    array_concat array_contains array_extract array_indexof array_position array_slice array_value cardinality
    cast cbrt ceiling century concat concat_ws constant_or_null contains count_if current_date current_timestamp
    date_part date_trunc datepart datetrunc dayname element_at end_node ends_with even greatest ifnull initcap
    interval is_acyclic is_trail label last_day lcase least levenshtein list_any_value list_append list_cat
    list_concat list_contains list_distinct list_element list_extract list_filter list_has list_has_all
    list_has_any list_indexof list_max list_min list_position list_prepend list_product list_reverse
    list_reverse_sort list_slice list_sort list_sum list_to_string list_transform list_unique ln log2 make_date
    map map_extract map_keys map_values monthname offset pow prefix regexp_extract regexp_extract_all
    regexp_full_match regexp_matches regexp_split_to_array rels split_part start_node starts_with str_split string
    string_split string_to_array struct_extract substr suffix timestamp to_bool to_date to_days to_double to_float
    to_hours to_int128 to_int16 to_int32 to_int64 to_int8 to_minutes to_months to_seconds to_string to_timestamp
    to_uint16 to_uint32 to_uint64 to_uint8 to_years typeof ucase
"""
SPELLINGS: dict[str, dict[str, str]] = {  # what one engine calls otherwise than users do
    "neo4j": {},
    "ladybug": {
        "endnode": "end_node",
        "split": "string_split",
        "startnode": "start_node",
        "toboolean": "to_bool",
        "tofloat": "to_double",
        "tointeger": "to_int64",
        "tostring": "to_string",
        "type": "label",
    },
}
# What makes a path use no edge twice, where an engine would by itself.
TRAIL = {"neo4j": "", "ladybug": " TRAIL "}
FUNCTIONS = {
    "neo4j": frozenset((_SHARED + _NEO4J).split()),
    "ladybug": frozenset((_SHARED + _LADYBUG).split()) | SPELLINGS["ladybug"].keys(),
}
