"""Companies that a text or a source sets against each other: "benchmarks A against B", "A's rival B", "the B of China".

In every pair the first is the one described, the second the yardstick. A mere list of companies makes no pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind, RelationType
from loaders.extract.annotations import Link
from loaders.extract.company_lists import Clause, source_of
from loaders.extract.located import Located, is_organisation, names, names_and_references
from loaders.extract.units import trimmed
from loaders.extract.word_lists import words

NAME = "streetgraph_pairs"
_LONGEST_PLACE = 7  # words between "competes" and "with"
_MAY_BE_NO_BUSINESS = frozenset({"battle", "battles", "battling", "challenge", "pressure"})  # with an authority or army
Couple = tuple[Span, Span]


@Language.component(NAME, requires=["doc.spans", "doc.sents"], assigns=["doc._.relations"])
def streetgraph_pairs(doc: Doc) -> Doc:
    """Add a link for each pair."""
    named, located = names(doc), names_and_references(doc)
    found: dict[tuple[str, str, str | None], Link] = {}
    for sentence in doc.sents:
        clause = Clause(sentence, named, located)
        for described, yardstick, by in _pairs(clause):
            ids = sorted((described.id_, yardstick.id_))
            said = trimmed(doc, sentence.start, sentence.end)
            link = Link(RelationType.BENCHMARKED_AGAINST, described.id_, yardstick.id_, said, by=by)
            if described.id_ != yardstick.id_ and described.label_ == yardstick.label_:
                found.setdefault((ids[0], ids[1], by), link)
    doc._.relations = [*doc._.relations, *found.values()]
    return doc


def _pairs(clause: Clause) -> Iterator[tuple[Span, Span, str | None]]:
    if not _has_cue(clause):
        return
    for find in (_compared, _rival_nouns, _rival_verbs, _answers, _namesakes):
        for first, second in find(clause):
            yield first, second, source_of(clause, (first, second)) or _self_named(clause, first)
    yield from _named_rivals(clause)


def _self_named(clause: Clause, subject: Span) -> str | None:
    """The subject itself, where others are `listed as its rivals`."""
    told = clause.named.lower
    is_listed = any(
        told[at] in words("named_participle") and told[at + 1] in {"as", "among"} and told[at + 2] == "its"
        for at in range(clause.start, clause.end - 2)
    )
    return str(subject.id_) if is_listed else None


def _has_cue(clause: Clause) -> bool:
    told = clause.named.lower[clause.start : clause.end]
    return any(word in words("pair_cue") for word in told)


def _compared(clause: Clause) -> Iterator[Couple]:
    """Benchmarks A against B, C against D · compares A and B with C and D, respectively · A is compared with B."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) in words("compare_verb"):
            yield from _couples_after(clause, at + 1) or _compared_subject(clause, at)


def _couples_after(clause: Clause, at: int) -> list[Couple]:
    """The pairs `A against B, C against D` from `at` on; two lists of one length are matched in order."""
    couples: list[Couple] = []
    while left := clause.companies_after(at):
        joint = left[-1].end
        if clause.named.word(joint) not in words("compare_joint"):
            break
        right = clause.companies_after(joint + 1)
        couples += _matched(left, right if len(left) > 1 else right[:1])
        at = right[0].end if len(left) == 1 and right else (right[-1].end if right else clause.end)
        while clause.named.word(at) in {",", "and", ";"}:
            at += 1
    return couples


def _matched(left: list[Span], right: list[Span]) -> Iterable[Couple]:
    if len(left) == len(right):
        return zip(left, right, strict=True)
    return ((a, b) for a in left for b in right) if 1 in (len(left), len(right)) else ()


def _compared_subject(clause: Clause, at: int) -> list[Couple]:
    """A is often compared with B."""
    subject = clause.company_before(at)
    is_passive = any(clause.named.word(i) in {"is", "are", "was", "been", "be", "often"} for i in range(at - 3, at))
    if subject is None or not is_passive or clause.named.word(at + 1) not in words("compare_joint"):
        return []
    return [(subject, other) for other in clause.companies_after(at + 2)]


def _rival_nouns(clause: Clause) -> Iterator[Couple]:
    """A's rival B · A, whose rivals include B · A, a rival of B · like its rivals such as B, A … · B rival A."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) not in words("rival_noun") or _is_verb(clause.named, at):
            continue
        listed = clause.companies_after(_past_introduction(clause, at + 1))
        yardstick = clause.named.ending(at)
        if yardstick is not None and is_organisation(yardstick) and clause.named.word(at + 1) not in {"of", "to"}:
            yield from ((other, yardstick) for other in listed[:1])
        else:
            yield from _against(_subject_of_noun(clause, at) or _other_subject(clause, listed), listed)


def _is_verb(located: Located, at: int) -> bool:
    """True for `is expected to rival`."""
    return located.word(at) == "rival" and located.word(at - 1) in words("verb_mark")


def _against(subject: Span | None, listed: list[Span]) -> Iterator[Couple]:
    if subject is not None:
        yield from ((subject, other) for other in listed)


def _past_introduction(clause: Clause, at: int) -> int:
    """Past `of`, `to`, `such as`, `including`, `include`, which lead from the noun to the names."""
    if clause.named.word(at) == ",":
        at += 1
    if clause.named.word(at) in words("list_opener"):
        return at + 1 + (clause.named.word(at + 1) in {"as", "both"})
    return at


def _subject_of_noun(clause: Clause, at: int) -> Span | None:
    """Whose rival it is: the name that the noun stands in apposition to, else the first of the sentence."""
    first = at
    while first > clause.start and (clause.named.texts[first - 1].islower() or clause.named.texts[first - 1] == "-"):
        first -= 1
    if clause.named.word(first) == "and" and clause.named.word(first + 1) in {"its", "their"}:
        return named if (named := clause.located.ending(first)) is not None and is_organisation(named) else None
    if clause.named.word(first - 1) == "," and (named := clause.located.ending(first - 1)) is not None:
        return named if is_organisation(named) else None
    return clause.company_before(at)


def _other_subject(clause: Clause, listed: list[Span]) -> Span | None:
    return clause.company_behind(listed) or clause.company_earlier() or clause.company_meant(*listed)


def _rival_verbs(clause: Clause) -> Iterator[Couple]:
    """A competes with B · A takes on B · facing competition from B, A …"""
    for at in range(clause.start, clause.end):
        size = _verb_length(clause.named, at)
        if size:
            listed = clause.companies_after(at + size) or clause.examples_after(at + size)
            if clause.named.word(at) in _MAY_BE_NO_BUSINESS:
                listed = [span for span in listed if _is_company(span)]
            subject = _antecedent(clause.located, at) or clause.company_before(at) or clause.company_behind(listed)
            yield from _against(subject, listed)


def _antecedent(located: Located, verb: int) -> Span | None:
    """A in `A, which competes with B`."""
    if located.word(verb - 1) not in {"which", "that"}:
        return None
    named = located.ending(verb - 1 - (located.word(verb - 2) == ","))
    return named if is_organisation(named) else None


def _verb_length(located: Located, at: int) -> int:
    """How many words at `at` say that somebody competes with whom comes next."""
    word, then = located.word(at), located.word(at + 1)
    if word in words("compete_verb"):
        return _to_opponent(located, at)
    if word in {"competition", "challenge", "pressure", "rivalry"} and then in {"from", "with"}:
        return 2
    if word == "market" and then == "share" and located.word(at + 2) in {"from", "to"}:
        return 3
    if word in {"take", "takes", "taking"} and then == "on":
        return 2
    return 1 if word in {"challenging", "rivals", "rivalling", "rivaling"} and located.starting(at + 1) else 0


def _to_opponent(located: Located, verb: int) -> int:
    """The words up to the preposition of `competes in the Middle East against`; 0 where none follows."""
    for at in range(verb + 1, verb + 1 + _LONGEST_PLACE):
        if located.word(at) in {"with", "against"}:
            return at + 1 - verb
        if located.word(at) in {",", ".", ";", "and", "that", ""} or is_organisation(located.starting(at)):
            return 0
    return 0


def _answers(clause: Clause) -> Iterator[Couple]:
    """A, China's answer to B."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) in {"answer", "alternative", "equivalent", "version"} and clause.named.word(
            at + 1
        ) in {"to", "of"}:
            subject = clause.company_before(at) or _first_after(clause, at + 2)
            yield from ((subject, other) for other in clause.companies_after(at + 2)[:1] if subject is not None)


def _first_after(clause: Clause, at: int) -> Span | None:
    """The second organisation from `at` on, unless it is listed beside the first: `China's answer to B, A …`."""
    found = [span for span in clause.named.between(at, clause.end) if is_organisation(span)]
    return found[1] if len(found) > 1 and clause.named.word(found[1].start - 1) != "and" else None


def _namesakes(clause: Clause) -> Iterator[Couple]:
    """A, the B of China · A, dubbed China's B; an institution may itself be one of a country."""
    for company in filter(_is_company, clause.named.between(clause.start, clause.end)):
        subject = clause.company_before(company.start) or _first_after(clause, company.start)
        if subject is not None and (_is_the_one_of_place(clause.named, company) or _is_dubbed(clause.named, company)):
            yield subject, company


def _is_company(span: Span) -> bool:
    return span.label_ == Kind.COMPANY


def _is_the_one_of_place(located: Located, company: Span) -> bool:
    at = company.end + 1 + (located.word(company.end + 1) == "the")
    place = located.starting(at)
    has_article = located.word(company.start - 1) == "the" or located.word(company.start - 2) == "the"
    return has_article and located.word(company.end) == "of" and place is not None and place.label_ == Kind.PLACE


def _is_dubbed(located: Located, company: Span) -> bool:
    if located.word(company.start - 1) != "'s":
        return False
    return any(located.word(at) in words("dubbing_verb") for at in range(company.start - 5, company.start))


def _named_rivals(clause: Clause) -> Iterator[tuple[Span, Span, str]]:
    """C named A as a rival: C sets A against itself."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) not in words("naming_verb"):
            continue
        subject = clause.company_before(at)
        listed = clause.companies_after(at + 1)
        if subject is None or not listed:
            continue
        reach = clause.named.lower[listed[-1].end : listed[-1].end + 8]
        if {"as", "among", "a", "an", "its"}.intersection(reach[:2]) and words("rival_noun").intersection(reach):
            yield from ((other, subject, subject.id_) for other in listed)
