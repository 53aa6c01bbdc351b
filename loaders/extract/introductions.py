"""Other names that a text gives an organisation right behind its own: `(SHC)`, `(Markaz)`, `(formerly Velmoro)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.gazetteer import form_of, gazetteer, plain
from loaders.extract.page import is_code
from loaders.extract.surnames import Form
from loaders.extract.word_lists import words

_LONGEST_CODE = 5  # tokens of `VOWG_p.DE` and its bracket
_LONGEST_ACRONYM = 8
_LONGEST_OWNED = 2  # words of a company behind which who owns it may stand: `Kestrel Hotels (Marwick)`
_LONGEST_CUE = 6  # words of `which was formerly known as the`
_CUES = frozenset({"formerly", "known", "called", "named"})
_BRACKETED_CUES = _CUES | {"previously", "now"}
_BESIDE_CUES = _BRACKETED_CUES | {"which", "was", "is", "also", "as", "the"}
_CLOSING = frozenset({")", ",", ".", ";", "–", "—"})
_AGENCIES = frozenset({("News", "Agency"), ("Press", "Agency")})
_ORGANISATIONS = frozenset({Kind.COMPANY, Kind.INSTITUTION})
_OF_MEMBERS = frozenset({"Association", "Federation", "League", "Party", "Union"})  # `Larch Labour Party (Okoro)`


class Named(NamedTuple):
    """The mentions of a text by where they start, and by each word the ids of the longer names that it is in."""

    starting: Mapping[int, Span]
    inside: Mapping[str, set[str]]


def named_in(mentions: Iterable[Span]) -> Named:
    """All mentions of a text, to be looked up."""
    starting = {span.start: span for span in mentions}
    inside = defaultdict[str, set[str]](set)
    for span in starting.values():
        for word in form_of(span) if len(span) > 1 else ():
            inside[word].add(span.id_)
    return Named(starting, inside)


def introduced(span: Span, named: Named) -> Iterator[Form]:
    """What the text calls an organisation from here on, or says that it was called before."""
    doc = span.doc
    start = span.end + (doc[span.end : span.end + 1].text in {"'s", "’s"})
    opening = doc[start : start + 1].text
    if opening == "(":
        yield from _bracketed(span, start + 1, named)
    if opening in {"(", ","} and (other := _renamed(doc, start + 1, named.starting)) is not None:
        yield form_of(other)
    if opening == "," and tuple(token.text for token in span[-2:]) in _AGENCIES and _is_apart(doc, start + 1):
        yield form_of(doc[start + 1 : start + 2])


def _is_apart(doc: Doc, at: int) -> bool:
    """True for the name between commas of `the Velmoro News Agency, VELNA, said`."""
    return doc[at + 1 : at + 2].text == "," and _is_brand(plain(doc[at].text))


def _bracketed(span: Span, start: int, named: Named) -> Iterator[Form]:
    """Capitals, the code of its shares, a word that is nothing else; not the middle of `Tarvik (Private) Limited`."""
    doc = span.doc
    end = next((at for at in range(start, min(start + _LONGEST_CODE, len(doc))) if doc[at].text == ")"), start)
    is_listed = doc[start + 1 : start + 2].text == ":" and doc[start].lower_ in words("exchange")
    start += 2 * is_listed
    text = plain(doc[start:end].text)
    is_whole = end == start + 1 and not doc[end + 1 : end + 2].text[:1].isupper()
    is_name = is_whole and _is_brand(text) and _is_called(text, start, span, named)
    is_short = end == start + 1 and (is_listed or is_name or _is_acronym(text, span))
    if is_code(text) or is_short:
        yield form_of(doc[start:end])


def _is_called(text: str, start: int, span: Span, named: Named) -> bool:
    """True for a further name of a body, or letters; not who runs or owns it and is named in full elsewhere."""
    if len(span) == 1 or span.label_ not in _ORGANISATIONS:  # `Abu Dhabi (WAM)`
        return False
    is_body = span.label_ == Kind.INSTITUTION or len(span) > _LONGEST_OWNED
    label = named.starting[start].label_ if start in named.starting else ""
    may_be = label == Kind.PERSON and text not in words("given_name") and span[-1].text not in _OF_MEMBERS
    is_name = is_body and (label in _ORGANISATIONS or may_be)
    return (is_name or text.isupper()) and named.inside.get(text, set()) <= {span.id_}


def _is_acronym(text: str, span: Span) -> bool:
    """True for capitals that begin with the letter of the name."""
    is_short = 1 < len(text) <= _LONGEST_ACRONYM and sum(char.isupper() for char in text) > 1
    return is_short and text[0] == span.text[0]


def _is_brand(text: str) -> bool:
    """True for a word that is written like a name and is no ordinary word: `Markaz`, `OPAZ`."""
    is_usual = text.lower() in words("common") or any(
        text in words(group) for group in ("acronym_stop", "demonym", "legal_suffix", "month", "title")
    )
    return (
        len(text) > 2
        and text.replace("'", "").isalpha()
        and text[0].isupper()
        and not is_usual
        and not _is_listed(text)
    )


def _is_listed(text: str) -> bool:
    return any(form.words == (text,) for form in gazetteer().by_first.get(text, ()))


def _renamed(doc: Doc, start: int, starting: Mapping[int, Span]) -> Span | None:
    """The other name in `formerly NAME`, `now known as the NAME` and `also called NAME`, if nothing follows it."""
    at = start
    while at < min(start + _LONGEST_CUE, len(doc)) and doc[at].lower_ in _BESIDE_CUES:
        at += 1
    other = starting.get(at)
    cues = _BRACKETED_CUES if doc[start - 1].text == "(" else _CUES
    beside = {token.lower_ for token in doc[start:at]}
    has_cue = not beside.isdisjoint(cues) and ("which" not in beside or not beside.isdisjoint({"is", "was"}))
    is_whole = other is not None and doc[other.end : other.end + 1].text in _CLOSING
    return other if has_cue and is_whole and other is not None and other.label_ in _ORGANISATIONS else None
