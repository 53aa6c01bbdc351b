"""Sentences as the rules of pairs read them: lists of organisations, and whom the sentence is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from graph.model import Kind
from loaders.extract.located import Located, is_organisation, is_person
from loaders.extract.word_lists import words

FILLERS = 5  # words between a cue and the names that it speaks of
_DATED_WITHIN = 3  # words of `in January that`
_SPEAKER_REACH = 8  # words between the name of a source and its verb


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence with its named organisations, and all that may stand for one."""

    sentence: Span
    named: Located
    located: Located

    @property
    def start(self) -> int:
        """The first token."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """One past the last token."""
        return self.sentence.end

    def companies_after(self, at: int) -> list[Span]:
        """The list of organisations that begins at `at` or a few words later: `B`, `B and C`, `B, C and D`."""
        first = next((i for i in range(at, min(at + FILLERS, self.end)) if self._is_listed(i)), None)
        if first is None or not all(self._is_filler(i) for i in range(at, first)):
            return []
        return list(self._listed(first))

    def examples_after(self, at: int) -> list[Span]:
        """The names in `nimbler companies in its industry such as B`, `bigger firms, including B`."""
        for opener in range(at, min(at + 2 * FILLERS, self.end)):
            if self.named.word(opener) in {"such", "including"}:
                return self.companies_after(opener + 1 + (self.named.word(opener) == "such"))
            if not (self.named.texts[opener].islower() or self.named.texts[opener] in {"-", ","}):
                return []
        return []

    def company_before(self, at: int) -> Span | None:
        """The organisation that the words before `at` speak of: the first of what is reported, or of the sentence."""
        named = [span for span in self.located.between(self.start, at) if is_organisation(span)]
        before = [span for span in named if not self._describes(span)]
        reported = max((i for i in range(self.start, at) if self._introduces(i)), default=-1)
        return next((span for span in before if span.start > reported), before[0] if before else None)

    def _describes(self, span: Span) -> bool:
        """True for B of `B rival A said`, which speaks of A."""
        behind = self.located.starting(span.end + 1)
        return self.named.word(span.end) in words("rival_noun") and is_organisation(behind)

    def _introduces(self, at: int) -> bool:
        """True for a verb of speech; who `reported a loss` or `announced plans` is spoken of itself."""
        word, told = self.named.word(at), self.named.lower[at + 1 : at + 1 + _DATED_WITHIN]
        return word in words("speech_verb") and (word not in words("announcing_verb") or "that" in told)

    def company_meant(self, *but: Span) -> Span | None:
        """The organisation that the text is about, where it is named before the sentence ends, but none of these."""
        main = self.named.main_organisation
        named = (span for span in self.named.before(self.end) if span.id_ == main)
        return next(named, None) if main not in {span.id_ for span in but} else None

    def company_behind(self, listed: list[Span]) -> Span | None:
        """The subject that follows a list at the head of the sentence: `Like rivals such as B, A has …`."""
        at = past_brackets(self.named, listed[-1].end) if listed else self.end
        subject = self.located.starting(at + 1)
        if self.named.word(at) == "," and is_organisation(subject):
            return subject
        is_apart = len(listed) > 1 and self.named.word(listed[-1].start - 1) == ","
        return listed[-1] if is_apart else None  # the comma before it ends the list

    def company_earlier(self) -> Span | None:
        """The first organisation of the sentence before, in the same paragraph."""
        if self.start == 0 or "\n" in self.named.texts[self.start - 1]:
            return None
        before = self.named.doc[self.start - 1].sent
        found = [span for span in self.named.between(before.start, before.end) if is_organisation(span)]
        return found[0] if found else None

    def _is_listed(self, at: int) -> bool:
        return is_organisation(self.named.starting(at))

    def _is_filler(self, at: int) -> bool:
        place = self.named.starting(at)
        word = self.named.texts[at]
        if word in {"that", "of", "which", "who", "according", "by"} or word in words("speech_verb"):
            return False
        is_plain = word.islower() or word in {"-", "U.S.", "US"} or word in words("demonym")
        return is_plain or (place is not None and place.label_ == Kind.PLACE)

    def _listed(self, at: int) -> Iterator[Span]:
        is_last = False
        while (company := self.named.starting(at)) is not None and is_organisation(company):
            yield company
            if is_last:
                return
            at = past_brackets(self.named, company.end)
            if self.named.lower[at : at + 3] == ["as", "well", "as"]:
                is_last, at = True, at + 3
            while self.named.word(at) in {",", "and", "or", "&"}:
                is_last = is_last or self.named.word(at) != ","
                at += 1


def past_brackets(located: Located, at: int) -> int:
    """Behind a ticker or abbreviation in brackets."""
    if located.word(at) not in {"(", "["}:
        return at
    closing = next((i for i in range(at, at + 6) if located.word(i) in {")", "]"}), at - 1)
    return closing + 1


def source_of(clause: Clause, pair: tuple[Span, Span]) -> Span | None:
    """Who sets them against each other, where the sentence names somebody else than the two."""
    sides = {span.id_ for span in pair}
    for span in clause.located.between(clause.start, clause.end):
        if span.id_ not in sides and (is_person(span) or is_organisation(span)) and _speaks(clause, span):
            return span
    return None


def _speaks(clause: Clause, span: Span) -> bool:
    located = clause.located
    if located.word(span.start - 1) == "to" and located.word(span.start - 2) == "according":
        return True
    if located.word(span.start - 1) in words("speech_verb"):
        return True
    return _is_subject_of(clause, span, lambda word: word in words("speech_verb") or word in words("compare_verb"))


def _is_subject_of(clause: Clause, span: Span, fits: Callable[[str], bool]) -> bool:
    """True where a fitting verb follows within a few lower-case words."""
    for at in range(span.end, min(span.end + _SPEAKER_REACH, clause.end)):
        if fits(clause.located.word(at)):
            return True
        if clause.located.starting(at) is not None or clause.located.word(at) in {",", ".", ";"}:
            return False
    return False
