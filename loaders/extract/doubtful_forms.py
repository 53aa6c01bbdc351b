"""Which entity a doubtful form names: "Ford" may be a company or a surname, "Nasdaq" an exchange or an index."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Kind
from loaders.extract.word_lists import words
from loaders.reference import Reference

_NEAR = 8  # words within which the names of a list stand


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a reference entity, as the tokenizer splits it."""

    words: tuple[str, ...]
    reference: Reference
    is_ticker: bool = False
    is_cautious: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A form found at a place of the text."""

    start: int
    form: Form

    @property
    def end(self) -> int:
        """One past its last word."""
        return self.start + len(self.form.words)


def form_meant(texts: list[str], at: int, forms: list[Form]) -> Form:
    """The one of several entities of one name that the words around speak of: an index, or else what comes first."""
    speaks_of_index = _is_index(texts, at, at + len(forms[0].words))
    return next((form for form in forms if (form.reference.kind is Kind.INDEX) == speaks_of_index), forms[0])


def certain(
    texts: list[str], matches: Iterable[Match], opens: set[int], recognised: Mapping[tuple[int, int], str]
) -> Iterator[Match]:
    """The matches that hold: all plain forms, and each doubtful one that the text bears out.

    So does a trained recogniser that takes the same words for a name of that kind; `recognised` are its kinds.
    """
    listed = [match for match in matches if not (_is_seat(texts, match) or _is_term(texts, match))]
    sure = {match.form.reference.id for match in listed if not match.form.is_cautious}
    sure |= {
        match.form.reference.id
        for match in listed
        if match.form.is_cautious and _in_context(texts, match) and not _just_opens(texts, match, opens)
    }
    plain_starts = [match.start for match in listed if not match.form.is_cautious]
    surnames = _surnames(texts, listed)
    for match in listed:
        is_sure = match.form.reference.id in sure and not _in_person_name(texts, match)
        is_plain = not (match.form.is_cautious or _is_surname(texts, match) or match.form.words in surnames)
        is_sure |= match.form.reference.kind == recognised.get((match.start, match.end))
        if is_plain or is_sure or _stands_for_itself(texts, match, opens) or _is_in_list(texts, match, plain_starts):
            yield match


def _is_seat(texts: list[str], match: Match) -> bool:
    """True for the town in `Delta-based` and in `Aurora, Ontario-based`."""
    is_organisation = match.form.reference.kind in {Kind.COMPANY, Kind.INSTITUTION}
    end = match.end + 2 if texts[match.end : match.end + 1] == [","] else match.end
    return is_organisation and texts[end : end + 2] == ["-", "based"]


def _is_term(texts: list[str], match: Match) -> bool:
    """True for the head of a government that goes by his name: `the Biden administration`."""
    return match.form.reference.kind is Kind.PERSON and _word(texts, match.end) in words("term_of_office")


def _surnames(texts: list[str], listed: Iterable[Match]) -> set[tuple[str, ...]]:
    """Forms that are a surname of the text, as in `Chris Christie`, and nowhere speak of a business."""
    listed = list(listed)
    named = {match.form.words for match in listed if _is_surname(texts, match)}
    return named - {match.form.words for match in listed if match.form.words in named and _in_context(texts, match)}


def _is_index(texts: list[str], at: int, end: int) -> bool:
    before, after = _word(texts, at - 1), _word(texts, end)
    place = _word(texts, at - 2) if before == "the" else before
    if place in {"on", "at"} or after in {"-", "exchange", "listing", "said"}:
        return False
    return before == "the" or after in words("index_after") or _word(texts, at - 2) == "index"


def _in_context(texts: list[str], match: Match) -> bool:
    """True where the words around it speak of a business, or of an index if it is one."""
    if match.form.reference.kind is Kind.INDEX:
        return _is_index(texts, match.start, match.end)
    before, after = _word(texts, match.start - 1), _word(texts, match.end)
    speaks = before in words("business_before") or after in words("business_after") or _is_listing(texts, match)
    return speaks and not _in_person_name(texts, match)


def _is_listing(texts: list[str], match: Match) -> bool:
    """True for the exchange in `list its shares on Nasdaq`."""
    told = {text.lower() for text in texts[max(0, match.start - _NEAR) : match.start]}
    is_at = _word(texts, match.start - 1) in {"on", "at"}
    return match.form.reference.kind is Kind.INSTITUTION and is_at and not told.isdisjoint(words("listing_word"))


def _just_opens(texts: list[str], match: Match, opens: set[int]) -> bool:
    """True for an ordinary word that opens a sentence before another ordinary one: `Total revenue`."""
    is_common = all(word.lower() in words("common") for word in match.form.words)
    is_subject = _word(texts, match.end) == "'s" or _word(texts, match.end) in words("speech_verb")
    return is_common and match.start in opens and not is_subject


def _is_surname(texts: list[str], match: Match) -> bool:
    """True for one word behind a given name: `Michael Dell`."""
    is_organisation = match.form.reference.kind in {Kind.COMPANY, Kind.INSTITUTION}
    return is_organisation and len(match.form.words) == 1 and _follows_given_name(texts, match)


def _follows_given_name(texts: list[str], match: Match) -> bool:
    before = texts[match.start - 1] if match.start else ""
    is_name = match.form.words[0].isalpha() and not match.form.words[0].isupper()
    return is_name and before in words("given_name") and before not in words("given_name_ambiguous")


def _in_person_name(texts: list[str], match: Match) -> bool:
    before = texts[match.start - 1] if match.start else ""
    return (
        before in words("given_name")
        or before.rstrip(".") in words("honorific")
        or (len(before) == 2 and before[1] == ".")
    )


def _stands_for_itself(texts: list[str], match: Match, opens: set[int]) -> bool:
    """True for an ordinary word that is capitalised inside a sentence, between words that are not."""
    if match.start in opens or not all(word.lower() in words("common") for word in match.form.words):
        return False
    around = (texts[match.start - 1][:1], texts[match.end][:1] if match.end < len(texts) else "")
    return match.form.reference.kind is Kind.COMPANY and not any(char.isupper() for char in around)


def _is_in_list(texts: list[str], match: Match, plain_starts: list[int]) -> bool:
    """True between commas, "and" or "with", and with a plain form near by."""
    joined = {_word(texts, match.start - 1), _word(texts, match.end)} & words("list_joint")
    near = bisect_left(plain_starts, match.start - _NEAR)
    return bool(joined) and near < len(plain_starts) and plain_starts[near] <= match.start + _NEAR


def _word(texts: list[str], at: int) -> str:
    return texts[at].lower() if 0 <= at < len(texts) else ""
