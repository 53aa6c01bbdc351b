"""Stretches of capitalised words that may be names, cut where a title, a known name or the sentence says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from graph.model import Kind
from loaders.extract.annotations import RECOGNISED
from loaders.extract.gazetteer import plain
from loaders.extract.lines import credit_tokens, dateline_tokens, title_case_tokens
from loaders.extract.name_ends import JOINTS, trimmed_end, trimmed_start
from loaders.extract.page import Page, Recognised
from loaders.extract.proposals import GAZETTEER, proposals
from loaders.extract.word_lists import words

_NAMESAKES = frozenset({"King", "Prince", "Princess", "Queen"})  # whom universities and hospitals are called after


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end`, which may be a name."""

    start: int
    end: int


def read(doc: Doc) -> Page:
    """The document as a page."""
    page = Page([plain(token.text) for token in doc], [bool(token.whitespace_) for token in doc])
    page.opens = {_first_word(doc, sentence.start) for sentence in doc.sents}
    page.headings = title_case_tokens(doc) | credit_tokens(doc) | dateline_tokens(doc)
    if RECOGNISED in doc.spans:
        page.recognised = [Recognised(s.start, s.end, Kind(s.label_)) for s in doc.spans[RECOGNISED]]
    page.known = {s.start: (s.end, Kind(s.label_)) for s in proposals(doc) if s.kb_id_ == GAZETTEER}
    return page


def candidates(page: Page) -> Iterator[Candidate]:
    """Every stretch that may be a name and is not a known name as it stands."""
    at = 0
    while at < len(page.texts):
        end = _run_end(page, at)
        if end > at:
            yield from _pieces(page, at, end)
        at = max(end, at + 1)
    yield from _recognised_candidates(page)


def _recognised_candidates(page: Page) -> Iterator[Candidate]:
    """What only the recogniser sees as one name, trimmed like any other candidate."""
    for found in page.recognised or ():
        if page.is_name_word(found.start) and page.is_name_word(found.end - 1) and found.end - found.start > 1:
            yield from _pieces(page, found.start, found.end)


def _first_word(doc: Doc, at: int) -> int:
    while at + 1 < len(doc) and not doc[at].text[:1].isalnum():
        at += 1
    return at


def _run_end(page: Page, at: int) -> int:
    """The end of the longest stretch from `at` that hangs together."""
    if not (at in page.known or page.is_name_word(at)):
        return at
    end = page.known[at][0] if at in page.known else at + 1
    while (step := _next_part(page, end)) > end:
        end = page.known[step - 1][0] if step - 1 in page.known else step
    return end


def _next_part(page: Page, end: int) -> int:
    """One past the next name word of the run, skipping what joins it; `end` itself where the run stops."""
    if page.is_tight(end) and _is_second_syllable(page, end + 1):
        return end + 2
    for joint in (0, _joint_length(page, end)):
        start = end + joint
        if (page.is_name_word(start) or start in page.known) and not (joint == 0 and "\n" in page.text(end - 1)):
            return start + 1
    return end


def _is_second_syllable(page: Page, at: int) -> bool:
    """True for the end of a given name such as Yoo-jin behind its surname."""
    return page.text(at - 3) in words("asian_surname") and page.text(at).isalpha() and page.text(at).islower()


def _joint_length(page: Page, at: int) -> int:
    """How many words at `at` may join two parts of a name: `of the`, `and`, `-`, `de la`; 0 where they may not."""
    text, last = page.text(at), page.text(at - 1)
    if text in JOINTS:
        return 1 if text in "&+" or not (page.spaced[at - 1] or page.spaced[at]) else 0
    if text in {"of", "for", "on"} or (text == "into" and last == "Inquiry"):
        return _of_length(page, at) if last in words("head_of") else 0
    if text == "and":
        return 1 if _is_joined_by_and(page, at) else 0
    if text == ",":
        return 1 if page.is_name_word(at + 1) and page.text(at + 2) == "&" and page.is_name_word(at + 3) else 0
    if text in words("particle"):
        return 2 if page.text(at + 1) in words("particle") else 1
    return 1 if text == "'s" and last in words("possessive_head") else 0


def _is_joined_by_and(page: Page, at: int) -> bool:
    """True for `Trade and Industry`, `Velmoro and Company` and `Dorval and Dorval Ltd`."""
    last, following, behind = page.text(at - 1), page.text(at + 1), page.text(at + 2)
    fields = words("joined_field")
    is_field = last in words("org_noun") | fields and following in words("org_noun_or_head") | fields
    is_twice = last == following and page.known.keys().isdisjoint({at - 1, at + 1})
    is_firm = is_twice and last not in words("head_of") and (behind in words("legal_suffix") or not behind.istitle())
    return is_field or following in words("firm_end") or is_firm


def _of_length(page: Page, at: int) -> int:
    return 2 if page.text(at + 1) == "the" else 1


def _pieces(page: Page, start: int, end: int) -> Iterator[Candidate]:
    """The run cut at titles and around known names."""
    for left, right in _between_titles(page, start, end):
        for a, b in _around_known(page, left, right):
            b = trimmed_end(page, a, b)
            a = trimmed_start(page, a, b)
            if a < b and not (a in page.known and page.known[a][0] == b):
                yield Candidate(a, b)


def _between_titles(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = at = start
    while at < end:
        size = 0 if at in page.known else title_length(page, at, end)
        if size:
            yield left, at
            left = at + size
        at = page.known[at][0] if at in page.known else at + max(size, 1)
    holder = holder_start(page, left, end)
    yield left, holder
    if holder < end:
        yield holder, end


def holder_start(page: Page, start: int, end: int) -> int:
    """Where whoever holds the post begins: `Ministry of Justice Khalil Haddad`; else the end."""
    for at in range(start + 3, end - 1):
        is_after_field = _is_field(page.text(at - 1)) and "of" in page.texts[start + 1 : at - 1]
        if is_after_field and _is_given_name(page.text(at)) and words("org_head").isdisjoint(page.texts[at:end]):
            return at
    return end


def _is_field(text: str) -> bool:
    return text in words("org_noun") or text.lower() in words("common")


def _is_given_name(text: str) -> bool:
    """True for a word that is a given name and nothing else."""
    return text in words("given_name") and text not in words("given_name_ambiguous")


def title_length(page: Page, at: int, end: int) -> int:
    """How many words at `at` are a title such as Chairman or Chief Investment Officer."""
    text = page.text(at)
    if at + 1 < end and is_title_attribute(page, at):
        return 2
    if text == "Chief":
        officer = next((i for i in range(at + 1, min(at + 5, end)) if page.text(i) in {"Officer", "Executive"}), at)
        return officer - at + 1
    if not words("head_of").isdisjoint(page.texts[at + 1 : end]) and text in _NAMESAKES:
        return 0
    if page.is_tight(at + 1) and (text == "Co" or text.lower() in words("title")):
        return 3 if page.text(at + 2).lower() in words("title_end") else 0
    is_title = text.lower() in words("title") or text.rstrip(".") in words("honorific")
    before_name = page.text(at + 1) in words("given_name")
    is_title = is_title or (before_name and text.lower().removesuffix("s") in words("title"))
    is_field = (page.text(at - 1), text) == ("of", "Justice")
    return 1 if is_title and not is_field and page.text(at + 1) not in words("legal_suffix") else 0


def is_title_attribute(page: Page, at: int) -> bool:
    """True for the first word of `Regional Director` and of `Global Head`."""
    text, then = page.text(at), page.text(at + 1)
    return (text in words("title_attribute") and then.lower() in words("title")) or (text, then) == ("Global", "Head")


def _around_known(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole where a head word or a place makes it one name, else what stands before and after the known names."""
    inside = [at for at in range(start, end) if at in page.known]
    if not inside or _is_one_name(page, start, end, inside):
        yield start, end
        return
    left = start
    for at in inside:
        if at < left:
            continue
        yield left, at
        left = page.known[at][0]
    yield left, end


def _is_one_name(page: Page, start: int, end: int, inside: Sequence[int]) -> bool:
    last = page.text(end - 1)
    if inside[-1] < end <= page.known[inside[-1]][0]:
        if page.known[inside[-1]][1] is Kind.INDEX:
            return start == inside[0]
        return page.text(start) in words("head_of") or (start not in page.known and "of" in page.texts[start:end])
    return last in words("org_head") or last in words("index_word") or page.known[inside[0]][1] is Kind.PLACE
