"""Names of well-known entities, found case-sensitively and longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import RECOGNISED
from loaders.extract.doubtful_forms import Form, Match, certain, form_meant
from loaders.extract.proposals import GAZETTEER, proposal, propose
from loaders.extract.word_lists import words
from loaders.reference import Reference
from loaders.reference.given import given_digest, known_references

NAME = "streetgraph_gazetteer"
_TICKER_OPENERS = frozenset({"(", "$", "["})


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

    def matches(self, texts: list[str]) -> Iterator[tuple[int, list[Form]]]:
        """Where which forms stand, left to right: the longest at each place, and all entities that are called so."""
        at = 0
        while at < len(texts):
            forms = self._longest(texts, at)
            if forms and texts[at] == "the" and self._is_longer(self._longest(texts, at + 1), forms):
                forms = []  # "the Dow" in "the Dow Jones Industrial Average"
            if forms:
                yield at, forms
            at += len(forms[0].words) if forms else 1

    def _is_longer(self, following: list[Form], forms: list[Form]) -> bool:
        return bool(following) and len(following[0].words) >= len(forms[0].words)

    def _longest(self, texts: list[str], at: int) -> list[Form]:
        found: list[Form] = []
        for form in self.by_first.get(texts[at], ()) if at < len(texts) else ():
            if found and len(form.words) < len(found[0].words):
                break
            if tuple(texts[at : at + len(form.words)]) == form.words and (not form.is_ticker or _bracketed(texts, at)):
                found.append(form)
        return found


def _forms(entry: Reference, split: Callable[[str], tuple[str, ...]]) -> Iterator[Form]:
    """Every name, alias and ticker of the entry; a ticker counts in brackets only, unless it is an alias as well."""
    names = dict.fromkeys((entry.name, *entry.aliases))
    for name in names:
        yield Form(split(name), entry, is_cautious=name in entry.caution)
        if name.endswith(" Party"):  # `the Labour party`
            yield Form(split(f"{name.removesuffix('Party')}party"), entry)
        if name.endswith("'s central bank"):  # `Norland's Central Bank`
            yield Form(split(f"{name.removesuffix('central bank')}Central Bank"), entry)
    for ticker in entry.tickers:
        if ticker not in names:
            yield Form(split(ticker), entry, is_ticker=True)


def _bracketed(texts: list[str], at: int) -> bool:
    """True for `(BABA)`, `(NYSE: BABA)`, `(BABA.US)` and `$BABA`; a single letter needs its exchange."""
    before = texts[at - 1] if at else ""
    if before in _TICKER_OPENERS:
        return len(texts[at]) > 1 and not _abbreviates(texts, at)
    is_listing = before == ":" or before.lower() in words("exchange")
    return is_listing and any(text in _TICKER_OPENERS for text in texts[max(0, at - 3) : at])


def _abbreviates(texts: list[str], at: int) -> bool:
    """True for the initials in brackets behind another name: `Social Housing Fund (SHF)`."""
    told = [text for text in texts[max(0, at - 2 * len(texts[at]) - 1) : at - 1] if text[:1].isupper()]
    return len(texts[at]) > 2 and "".join(text[0] for text in told[-len(texts[at]) :]) == texts[at]


def _extended(texts: list[str], match: Match) -> int:
    """The end of the match, with the legal form that follows the name."""
    end = match.end
    if match.form.reference.kind not in (Kind.COMPANY, Kind.INSTITUTION):
        return end
    suffixes = words("legal_suffix")
    while texts[end : end + 1] and (texts[end] in suffixes or _is_comma_before(texts, end, suffixes)):
        end += 1
    return end


def _is_comma_before(texts: list[str], at: int, suffixes: frozenset[str]) -> bool:
    """True for the comma in `Velmoro, Inc.`"""
    return texts[at] == "," and texts[at + 1 : at + 2] != [] and texts[at + 1] in suffixes


def plain(text: str) -> str:
    """The word with a straight apostrophe."""
    return text.replace("’", "'")


def form_of(span: Span) -> tuple[str, ...]:
    """The words of a name, as they are compared with those of another."""
    return tuple(plain(token.text) for token in span)


def gazetteer() -> Gazetteer:
    """The one that is built from the reference data, and from the names that are given beside it."""
    return _built(given_digest())


@lru_cache(maxsize=2)
def _built(_digest: str) -> Gazetteer:
    return Gazetteer(known_references())


@Language.component(NAME, requires=["doc.sents"], assigns=["doc.spans"])
def streetgraph_gazetteer(doc: Doc) -> Doc:
    """Propose every name of a reference entity."""
    texts = [plain(token.text) for token in doc]
    opens = {sentence.start for sentence in doc.sents}
    found = [Match(at, form_meant(texts, at, forms)) for at, forms in gazetteer().matches(texts)]
    recognised = {(span.start, span.end): span.label_ for span in doc.spans.get(RECOGNISED, ())}
    propose(
        doc,
        (
            proposal(
                doc, match.start, _extended(texts, match), reference.kind, source=GAZETTEER, entity_id=reference.id
            )
            for match in certain(texts, found, opens, recognised)
            for reference in [match.form.reference]
        ),
    )
    return doc
