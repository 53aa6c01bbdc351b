"""Where a stretch of capitalised words begins and ends as a name: without what opens a sentence, with its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.page import Page
from loaders.extract.word_lists import words

JOINTS = frozenset({"-", "–", "/", "&", "+"})
_NO_STARTS = frozenset({"of", "for", "on", "and", ",", "'s", "The", "A"})
_FORMS = frozenset({"ETF", "REIT"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def trimmed_start(page: Page, start: int, end: int) -> int:
    """The start without what opens the sentence, nationality words and joints, but with its number."""
    while start < end and _is_no_start(page, start, end):
        start += 1
    return start - 1 if _is_numbered(page, start, end) else start


def _is_no_start(page: Page, start: int, end: int) -> bool:
    text = page.text(start)
    if text in JOINTS or text in _NO_STARTS or (start in page.opens and _only_opens(page, start, end)):
        return True
    is_general = text in words("demonym") or text in words("acronym_stop")
    return is_general and (start + 1 == end or not _has_head(page.texts[start:end]))


def _is_numbered(page: Page, start: int, end: int) -> bool:
    """True for `9th Circuit Court of Appeals` and `101st Airborne Division`."""
    is_one_of_many = not words("numbered_body").isdisjoint(page.texts[start:end])
    return is_one_of_many and _ORDINAL.fullmatch(page.text(start - 1)) is not None


def _has_head(texts: Sequence[str]) -> bool:
    """True for names of organisations and indices: `Syrian Observatory for X`, `Canadian Hedge Fund Index`."""
    heads = [texts[at - 1] for at, text in enumerate(texts) if text in {"of", "for", "on"}]
    is_headed = any(head in words("org_head") or head in words("head_of") for head in (*heads, texts[-1]))
    return is_headed or (len(texts) > 2 and texts[-1] in words("index_word"))


def trimmed_end(page: Page, start: int, end: int) -> int:
    """The end without general acronyms, and without a word that a hyphen ties to the next: `Dow E-minis`."""
    while end - 1 > start and _is_no_end(page, start, end):
        end -= 1
    is_tied = (
        page.is_tight(end) and page.text(end + 1).islower() and page.text(end + 1) not in {"based", "backed", "owned"}
    )
    return end - 1 if is_tied and end - start > 1 else end


def _is_no_end(page: Page, start: int, end: int) -> bool:
    last = page.text(end - 1)
    is_general = last in words("acronym_stop") and last not in words("acronym_end")
    return is_general or is_beside_known(page, start, end)


def is_beside_known(page: Page, start: int, end: int) -> bool:
    """True for a nationality or a general term behind a known name: `Velmoro Canadian headquarters`, `Velmoro 5G`."""
    is_general = page.text(end - 1) in (words("demonym") | words("acronym_stop")) - _FORMS
    return is_general and page.known.get(start, (start, None))[0] == end - 1


def _only_opens(page: Page, start: int, end: int) -> bool:
    """True for a first word that is capitalised just because the sentence begins."""
    text = page.text(start).lower()
    rest = page.text(start + 1)
    describes = text in words("opening_noun") and start + 1 < end and rest not in words("org_noun_or_head")
    if text in words("sentence_opener") or describes:  # `Rival Velmoro Corp.`, but not `Rival Foods Inc.`
        return True
    if start + 1 == end:
        return False
    return _is_participle(text, rest) or (
        text in words("common") and (rest in words("given_name") or start + 1 in page.known)
    )


def _is_participle(text: str, rest: str) -> bool:
    """True for `Channeling` in `Channeling Velmoro's output`, but not for `Building` in `Building Trades Council`."""
    stem = text.removesuffix("ing")
    if stem == text or rest.lower() in words("common") or rest in words("org_noun_or_head") | words("legal_suffix"):
        return False
    bases = {text, stem, f"{stem}e", f"{stem}ed", f"{stem}s"} | ({stem[:-1]} if stem[-2:-1] == stem[-1:] else set())
    return not bases.isdisjoint(words("common"))
