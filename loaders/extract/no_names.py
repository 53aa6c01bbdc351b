"""What is written like a name and names nobody: a field of work, a law, government debt, an abbreviated term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.word_lists import words

_AMOUNT = re.compile(r"[A-Z][A-Za-z]{0,2}\d[\d,.]*")  # with the mark of a currency before it: `Dh1,500`, `Rs500`
_ABBREVIATION = re.compile(r"[A-Z&]{3,7}s?")
_TERM = re.compile(r"\w-(?:year|month)$")
_RUN_TOGETHER = re.compile(r"\w[)?!;:]\w")
_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_OF_HOUSE = frozenset({"at", "for"})  # `director of Clinical Research at ORG`; `of Clear Path Energy` is one itself
_JOINTS = frozenset({"and", "&", ","})
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "-"})
_LONGEST_FIELD = 6  # words of `Foreign Affairs, Migration and Citizens Abroad`


def is_no_name(span: Span) -> bool:
    """True for what crosses a line, is part of a hyphenated word, or is no name by its words or those around it."""
    texts = [token.text for token in span]
    if any("\n" in text for text in texts) or not any(char.isalnum() for text in texts for char in text):
        return True
    if texts[0].startswith("-") or texts[-1].endswith("-") or _is_party_mark(texts):
        return True
    if _is_amount(texts) or _is_run_together(texts) or _is_short_of_a_name(texts):
        return True
    return _is_term(span) or _is_all_business(texts) or _is_desk(span) or _is_thing(span)


def is_told_otherwise(span: Span) -> bool:
    """True where the words around even a listed name tell it to be none: `Minister of Mineral Resources`."""
    return span.label_ in _ORGANISATIONS and (_is_debt(span) or _is_post(span))


def abbreviated_terms(doc: Doc) -> frozenset[str]:
    """The abbreviations of ordinary words: `FASD` behind `fetal alcohol spectrum disorder`."""
    return frozenset(form for text in _terms(doc) for form in (text, text.removesuffix("s")))


def _terms(doc: Doc) -> Iterator[str]:
    for at in range(1, len(doc) - 2):
        text = doc[at + 1].text
        is_bracketed = doc[at].text == "(" and doc[at + 2].text == ")"
        if is_bracketed and _ABBREVIATION.fullmatch(text) and _abbreviates(doc, at, text):
            yield text


def _abbreviates(doc: Doc, end: int, text: str) -> bool:
    """True where the words before `end` begin with these letters, none of them like a name or a body."""
    at = end
    for letter in reversed(text.removesuffix("s").replace("&", "").lower()):
        at -= 1
        while at > 0 and doc[at].text in _SMALL and not doc[at].text.startswith(letter):
            at -= 1
        if at < 0 or not doc[at].text.startswith(letter):
            return False
    return doc[end - 1].text.capitalize() not in words("head_of")


def _is_debt(span: Span) -> bool:
    """True for what a treasury owes: `U.S. Treasury yields`, `10-year Treasury`."""
    if span[-1].text != "Treasury":
        return False
    before = span.doc[max(0, span.start - 3) : span.start].text
    return span.doc[span.end : span.end + 1].text.lower() in words("debt_noun") or bool(_TERM.search(before))


def _is_post(span: Span) -> bool:
    """True for what a minister or a professor is of: `Minister of Transport and Logistic Services`."""
    if not _may_be_field(span):
        return False
    doc, at = span.doc, span.start
    while at > max(0, span.start - _LONGEST_FIELD) and _goes_on(doc, at, span):
        at -= 1
    before = [token.lower_ for token in doc[max(0, at - 2) : at]]
    return before == ["state", "for"] or (before[-1:] in (["of"], ["for"]) and before[0] in words("post"))


def _may_be_field(span: Span) -> bool:
    """False for the bodies of `a minister of Hamas` and `a professor of Larch University`."""
    ordinary = [_is_ordinary(token.text) for token in span]
    return all(ordinary) or (any(ordinary) and not span.id_ and span[-1].text not in words("head_of"))


def _goes_on(doc: Doc, at: int, span: Span) -> bool:
    """True where the word before goes on with the same field of ordinary words."""
    before = doc[at - 1]
    is_field = before.text in _JOINTS or (before.text[:1].isupper() and _is_ordinary(before.text))
    return is_field and all(_is_ordinary(token.text) for token in span)


def _is_desk(span: Span) -> bool:
    """True for a part of a house by its field alone: `head of Global Markets`, its `Information Science department`."""
    if not all(_is_ordinary(token.text) for token in span):
        return False
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    following = span.doc[span.end : span.end + 1].text
    is_inside = following in _OF_HOUSE and before[:1] in (["director"], ["manager"])
    is_headed = before[-1:] == ["of"] and (before[0] in words("desk_head") or is_inside)
    return is_headed or following in {"department", "degree"} or following in words("thing_word")


def _is_ordinary(text: str) -> bool:
    return text.lower() in words("common") or text in words("org_noun") | _JOINTS


def _is_thing(span: Span) -> bool:
    """True for laws, prizes and buildings: `U.S. Constitution`, `Aurora County Courthouse`."""
    is_thing = span[-1].text in words("thing_word") and span.label_ in _ORGANISATIONS
    return is_thing and not _is_voice(span)


def _is_voice(span: Span) -> bool:
    """True for `the Norland Geological Survey said` and `Larch Report said`; `the Larch Report said` is of a paper."""
    speaks = span.doc[span.end : span.end + 1].text in words("speech_verb")
    is_paper = span.doc[max(0, span.start - 1) : span.start].text.lower() == "the"
    return speaks and (span[-1].text == "Survey" or (span[-1].text in {"Report", "Reports"} and not is_paper))


def _is_all_business(texts: list[str]) -> bool:
    """True for the companies of a country taken together: `Corporate America`."""
    return len(texts) > 1 and texts[0] == "Corporate" and texts[1] not in words("org_noun_or_head")


def _is_amount(texts: list[str]) -> bool:
    first = texts[0]
    return _AMOUNT.fullmatch(first) is not None and first.rstrip("0123456789,.") in words("currency_mark")


def _is_term(span: Span) -> bool:
    """True for whoever headed a government, one word before it: `the Velmoro administration`."""
    return len(span) == 1 and span.doc[span.end : span.end + 1].text in words("term_of_office")


def _is_run_together(texts: list[str]) -> bool:
    """True for what lost its spaces, `end?Velmoro`, and for one name twice, as headings have a place: `Dubai Dubai`."""
    half = len(texts) // 2
    return any(map(_RUN_TOGETHER.search, texts)) or (half > 0 and texts[:half] * 2 == texts)


def _is_short_of_a_name(texts: list[str]) -> bool:
    """True for what stands beside names, by itself: a legal form, `Jr.`, an abbreviation that names nobody, `Fund`."""
    told = [text for text in texts if text[0].isalnum()]
    beside = words("legal_suffix") | words("name_suffix") | words("acronym_stop")
    return all(text in beside for text in told) or (
        len(told) == 1 and told[0] in words("head_of") - {"Parliament", "House"} | {"Associates"}
    )


def _is_party_mark(texts: list[str]) -> bool:
    """True for the party and home of an American politician: `D-San Francisco`."""
    return len(texts) > 2 and texts[0] in {"D", "R", "I"} and texts[1] == "-"
