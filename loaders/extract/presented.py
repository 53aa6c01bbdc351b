"""How a text presents whom it names: by a title before the name, by what stands behind it.

Whoever is presented anew is another than the one of a like name before.
"""

from __future__ import annotations

from spacy.tokens import Span

from loaders.extract.word_lists import words

_DETERMINERS = frozenset({"a", "an", "her", "his", "its", "the", "their"})
_ADDRESS = frozenset({"Dr", "Miss", "Mr", "Mrs", "Ms", "Mx"})
_OF = frozenset({"of", "at"})
_BESIDE = 8  # words behind a name in which its post may stand
_JOINING = frozenset({"and", "or", ",", "'s", "’s", "its", "the", "owns", "-", "owned"})
_LONGEST_UNIT = 7  # words of `, a wholly owned subsidiary of`


def titles(span: Span) -> set[str]:
    """`judge` for `Judge Mayer`; nothing for `Ms. Mayer`."""
    before = [token.text for token in span.doc[max(0, span.start - 2) : span.start] if token.text != "."][-1:]
    honorifics = words("honorific") - _ADDRESS
    is_title = (word.lower() for word in before if word.lower() in words("title") | words("occupation"))
    return {*is_title, *(word.lower() for word in before if word.rstrip(".") in honorifics)}


def beside(span: Span) -> set[str]:
    """The words among which a post may stand: `Gerald Clark, the trade secretary`."""
    doc = span.doc
    behind = doc[span.end : min(span.end + _BESIDE, span.sent.end)]
    return {token.lower_ for token in (*doc[max(0, span.start - 2) : span.start], *behind)}


def is_described(span: Span) -> bool:
    """`Ana Tarvik, an analyst`, `Ana Tarvik, chief executive`, `Ana Tarvik of Velmoro`."""
    behind = span.doc[span.end : span.end + 4]
    if len(behind) < 2:
        return False
    has_post = behind[1].lower_ in _DETERMINERS or any(token.lower_ in words("occupation") for token in behind[1:])
    return (behind[0].text == "," and has_post) or (behind[0].text in _OF and behind[1].text[:1].isupper())


def is_one_of(span: Span) -> bool:
    """`National Bank, a lender`, but not `the Inquirer, a newspaper`."""
    doc = span.doc
    is_known = doc[max(0, span.start - 1) : span.start].text.lower() == "the"
    return not is_known and [token.text for token in doc[span.end : span.end + 2]] in ([",", "a"], [",", "an"])


def is_beside_first_word(span: Span) -> bool:
    """`Kestrel and Kestrel Air`, `Kestrel's unit Kestrel Air`, `Kestrel Air, a unit of Kestrel`: two, not one."""
    return len(span) > 1 and (_is_joined(span) or _is_unit(span))


def _is_joined(span: Span) -> bool:
    at = span.start - 1
    while at > 0 and (span.doc[at].lower_ in _JOINING or span.doc[at].text in words("unit_noun")):
        at -= 1
    return 0 <= at < span.start - 1 and span.doc[at].text == span[0].text


def _is_unit(span: Span) -> bool:
    doc = span.doc
    behind = [token.text for token in doc[span.end : span.end + _LONGEST_UNIT]]
    at = behind.index(span[0].text) if span[0].text in behind else 0
    is_owned = behind[:1] == [","] and behind[at - 1] in {"of", "by"}
    is_unit = is_owned and not (words("unit_noun") | {"owned"}).isdisjoint(behind[:at])
    return is_unit and not doc[span.end + at + 1 : span.end + at + 2].text[:1].isupper()
