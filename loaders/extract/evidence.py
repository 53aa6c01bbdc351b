"""What speaks for or against a candidate being a person, a company, an institution or an index.

Each piece of evidence is a short label: `last:institution_word`, `before:title`, `after:shares`. How much it weighs for
each kind stands in `loaders/data/name_weights.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.candidates import Candidate
from loaders.extract.page import Page
from loaders.extract.word_lists import words

HEAD_PHRASE = "has:head-phrase"  # Ministry of X, University of X: no further evidence is needed
_LAST_GROUPS = (
    "legal_suffix",
    "company_word",
    "institution_word",
    "index_word",
    "name_suffix",
    "org_noun",
    "asian_surname",
)
_FIRST_GROUPS = (
    "given_name",
    "given_name_ambiguous",
    "asian_surname",
    "head_of",
    "company_word",
    "institution_word",
    "org_noun",
)
_INNER_GROUPS = ("company_word", "institution_word", "org_noun", "particle", "demonym")
_BEFORE_GROUPS = ("title", "honorific", "speech_verb", "company_noun", "institution_noun", "stake_word")
_AFTER_GROUPS = ("title", "speech_verb", "company_noun", "institution_noun", "business_word")


def word_evidence(page: Page, found: Candidate) -> Iterator[str]:
    """What the words of the name itself say."""
    texts = page.texts[found.start : found.end]
    size = min(len(texts), 5)
    yield f"size:{size}"
    yield from (f"first:{group}{':single' if size == 1 else ''}" for group in _FIRST_GROUPS if texts[0] in words(group))
    if size > 1:
        yield from (f"last:{group}" for group in _LAST_GROUPS if texts[-1] in words(group))
        yield from (f"inner:{group}" for group in _INNER_GROUPS if any(text in words(group) for text in texts[:-1]))
    yield f"person-shape:{_person_shape(texts)}:{size}"
    yield from _common_evidence(texts, size)
    yield from _shape_evidence(texts)
    yield from (f"known:{page.known[at][1].value}" for at in range(found.start, found.end) if at in page.known)


def _person_shape(texts: list[str]) -> str:
    """How the words look as a person's name: what the first one is, if none of the others speaks against it."""
    if len(texts) < 2 or any(text in words("org_head") or not text[0].isalpha() for text in texts if text != "-"):
        return "no"
    is_strange = any(text.lower() in words("common") for text in texts[1:]) or any(text.isupper() for text in texts[1:])
    groups = ("given_name", "given_name_ambiguous", "asian_surname")
    first = next((group for group in groups if texts[0] in words(group)), "other")
    return f"{first}{'-strange' if is_strange else ''}"


def _common_evidence(texts: list[str], size: int) -> Iterator[str]:
    common = [text.lower() in words("common") for text in texts if text[:1].isalpha()]
    share = "all" if all(common) else "some" if any(common) else "none"
    yield f"common:{share}:{min(size, 3)}"
    if common and size > 1:
        yield f"common-first:{common[0]}:last:{common[-1]}"


def _shape_evidence(texts: list[str]) -> Iterator[str]:
    if len(texts) == 1:
        yield from _single_shape(texts[0])
    joints = {"of": "of", "&": "amp", "and": "and", "-": "hyphen", "/": "slash", "for": "of", "'s": "possessive"}
    yield from {f"has:{joints[text]}" for text in texts if text in joints}
    head = texts[texts[0] in words("demonym") and len(texts) > 1]  # "Canadian Association of Timber Merchants"
    if head in words("certain_head") and not {"of", "for", "on", "into"}.isdisjoint(texts):
        yield HEAD_PHRASE
    if any(len(text.rstrip(".")) == 1 and text[0].isupper() for text in texts[1:-1]):
        yield "has:initial"
    if any(char.isdigit() for text in texts for char in text):
        yield "has:digit"
    if len(texts) > 1 and any(len(text) > 1 and text.isupper() for text in texts):
        yield "has:capitals"


def _single_shape(text: str) -> Iterator[str]:
    if "." in text[1:-1] and text.rsplit(".", 1)[-1].lower() in words("domain"):
        yield "shape:domain"
    elif text.isupper():
        yield f"shape:capitals:{min(len(text), 6)}"
    elif any(char.isupper() for char in text[1:]):
        yield "shape:camel"


def context_evidence(page: Page, found: Candidate) -> Iterator[str]:
    """What the words around this occurrence say."""
    size = "single" if found.end - found.start == 1 else "several"
    if found.start in page.opens:
        yield f"opens-sentence:{size}"
    else:
        yield from (f"before:{label}:{size}" for label in _before(page, found.start))
    yield from (f"after:{label}:{size}" for label in _after(page, found.end))


def _before(page: Page, start: int) -> Iterator[str]:
    text = page.text(start - 1)
    lower = text.lower()
    if lower in words("context_word"):
        yield lower
    yield from (group for group in _BEFORE_GROUPS if lower in words(group) or text in words(group))
    if lower in {"of", "at", "for", "with", "in", "the", "'s"}:
        yield from (
            f"{lower}<{group}" for group in ("title", "stake_word") if page.text(start - 2).lower() in words(group)
        )
    if start - 1 in page.known:
        yield "known"
    if text in words("list_joint") and (mate := page.known_ending(start - 1)) is not None:
        yield f"mate-{mate.value}"


def _after(page: Page, end: int) -> Iterator[str]:
    text, then = page.text(end).lower(), page.text(end + 1).lower()
    if text in {",", "(", "'s", "and", ".", "-", "in", "is", "has", "was", "will", "who", "of", "at", "for"}:
        yield text
    yield from (group for group in _AFTER_GROUPS if text in words(group))
    if text == "'s":
        yield from (f"'s>{group}" for group in _AFTER_GROUPS if then in words(group))
    elif text == ",":
        yield from _after_comma(page, end + 1)
    if text in words("list_joint") and end + 1 in page.known:
        yield f"mate-{page.known[end + 1][1].value}"
    if text == "-" and then == "based":
        yield "based"
    elif text == "(" and (then in words("exchange") or page.text(end + 1).isupper() or page.text(end + 1).isdigit()):
        yield "ticker" if then in words("exchange") or "." in then else "bracketed-capitals"


def _after_comma(page: Page, at: int) -> Iterator[str]:
    text = page.text(at).lower()
    reach = [page.text(i).lower() for i in range(at, at + 6)]
    until = next((i for i, word in enumerate(reach) if word in {",", ".", "said"}), len(reach))
    if text == "who" or (text.isdigit() and len(text) == 2):
        yield ",>who"
    yield from (
        f",>{group}"
        for group in ("title", "company_noun", "institution_noun")
        if words(group).intersection(reach[:until])
    )
