"""Names of well-known entities, found case-sensitively and longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Kind
from loaders.extract.proposals import GAZETTEER, proposal, propose
from loaders.extract.word_lists import words
from loaders.reference import Reference, references

NAME = "streetgraph_gazetteer"
_TICKER_OPENERS = frozenset({"(", "$", "["})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a reference entity, as the tokenizer splits it."""

    words: tuple[str, ...]
    reference: Reference
    is_ticker: bool = False
    is_cautious: bool = False


class Gazetteer:
    """The forms of all reference entities, looked up by their first word."""

    def __init__(self, entries: Iterable[Reference]) -> None:
        self.by_first: defaultdict[str, list[Form]] = defaultdict(list)
        self.by_id: dict[str, Reference] = {}
        tokenizer = English().tokenizer
        for entry in entries:
            self.by_id[entry.id] = entry
            for form in _forms(entry, lambda text: tuple(plain(token.text) for token in tokenizer(text))):
                self.by_first[form.words[0]].append(form)
        for forms in self.by_first.values():
            forms.sort(key=lambda form: -len(form.words))

    def matches(self, texts: list[str]) -> Iterator[tuple[int, Form]]:
        """Where which form stands, left to right, the longest at each place."""
        at = 0
        while at < len(texts):
            form = self._longest(texts, at)
            if form is not None:
                yield at, form
            at += len(form.words) if form else 1

    def _longest(self, texts: list[str], at: int) -> Form | None:
        for form in self.by_first.get(texts[at], ()):
            if tuple(texts[at : at + len(form.words)]) == form.words and (not form.is_ticker or _bracketed(texts, at)):
                return form
        return None


def _forms(entry: Reference, split: Callable[[str], tuple[str, ...]]) -> Iterator[Form]:
    """Every name, alias and ticker of the entry; a ticker counts in brackets only, unless it is an alias as well."""
    names = dict.fromkeys((entry.name, *entry.aliases))
    for name in names:
        yield Form(split(name), entry, is_cautious=name in entry.caution)
    for ticker in entry.tickers:
        if ticker not in names:
            yield Form(split(ticker), entry, is_ticker=True)


def _bracketed(texts: list[str], at: int) -> bool:
    """True for `(BABA)`, `(NYSE: BABA)`, `(BABA.US)` and `$BABA`."""
    return any(text in _TICKER_OPENERS for text in texts[max(0, at - 3) : at])


def _extended(texts: list[str], form: Form, at: int) -> int:
    """The end of the match, with the legal form that follows the name."""
    end = at + len(form.words)
    if form.reference.kind not in (Kind.COMPANY, Kind.INSTITUTION):
        return end
    while end < len(texts) and texts[end] in words("legal_suffix"):
        end += 1
    return end


def _in_context(texts: list[str], at: int, end: int) -> bool:
    """True where the words around a doubtful form speak of a business."""
    before, after = texts[at - 1] if at else "", texts[end] if end < len(texts) else ""
    return before.lower() in words("business_before") or after.lower() in words("business_after")


def plain(text: str) -> str:
    """The word with a straight apostrophe."""
    return text.replace("’", "'")


@cache
def gazetteer() -> Gazetteer:
    """The one that is built from the reference data."""
    return Gazetteer(references())


@Language.component(NAME, assigns=["doc.spans"])
def streetgraph_gazetteer(doc: Doc) -> Doc:
    """Propose every name of a reference entity."""
    texts = [plain(token.text) for token in doc]
    found = list(gazetteer().matches(texts))
    certain = {form.reference.id for _, form in found if not form.is_cautious}
    propose(
        doc,
        (
            proposal(
                doc, at, _extended(texts, form, at), form.reference.kind, source=GAZETTEER, entity_id=form.reference.id
            )
            for at, form in found
            if not form.is_cautious or form.reference.id in certain or _in_context(texts, at, at + len(form.words))
        ),
    )
    return doc
