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
from loaders.extract.compared_values import compared_values, set_apart, traded_apart
from loaders.extract.located import Located, is_organisation, is_person, names, names_and_references
from loaders.extract.mutual_rivals import mutual_rivals
from loaders.extract.outdoing import outdone
from loaders.extract.rival_subjects import Couple, is_company, subject_told
from loaders.extract.rivals import rival_nouns, rival_verbs
from loaders.extract.units import trimmed
from loaders.extract.word_lists import words

NAME = "streetgraph_pairs"


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
            if described.id_ != yardstick.id_ and _compete(described, yardstick):
                found.setdefault((ids[0], ids[1], by), link)
    doc._.relations = [*doc._.relations, *found.values()]
    return doc


def _compete(one: Span, other: Span) -> bool:
    """True for two of a kind, not for agencies and parties: of two institutions one has shares of its own."""
    return one.label_ == other.label_ and (is_company(one) or is_company(other) or one.label_ != Kind.INSTITUTION)


def _pairs(clause: Clause) -> Iterator[tuple[Span, Span, str | None]]:
    for find in (
        _compared,
        compared_values,
        set_apart,
        traded_apart,
        rival_nouns,
        rival_verbs,
        outdone,
        mutual_rivals,
        _answers,
        _namesakes,
    ):
        couples = list(find(clause))
        sides = {span.id_ for couple in couples for span in couple}
        for first, second in couples:
            source = source_of(clause, (first, second))
            # A house that counts who sold more has not set them against each other.
            is_foreign = source is not None and source.id_ not in sides and (find is not outdone or is_person(source))
            yield first, second, source.id_ if source and is_foreign else _self_named(clause, first)
    yield from _named_rivals(clause)


def _self_named(clause: Clause, subject: Span) -> str | None:
    """The subject itself, where others are `listed as its rivals`."""
    told = clause.named.lower
    is_listed = any(
        told[at] in words("named_participle") and told[at + 1] in {"as", "among"} and told[at + 2] == "its"
        for at in range(clause.start, clause.end - 2)
    )
    return str(subject.id_) if is_listed else None


def _compared(clause: Clause) -> Iterator[Couple]:
    """Benchmarks A against B, C against D · compares A and B with C and D, respectively · A is compared with B."""
    for at in range(clause.start, clause.end):
        if clause.named.word(at) in words("compare_verb"):
            yield from _couples_after(clause, at + 1) or _compared_subject(clause, at) or _pitted(clause, at)


def _couples_after(clause: Clause, at: int) -> list[Couple]:
    """The pairs `A against B, C against D` from `at` on; two lists of one length are matched in order."""
    couples: list[Couple] = []
    while left := clause.companies_after(at):
        joint = left[-1].end + (clause.named.word(left[-1].end) in words("parting_word"))
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


def _pitted(clause: Clause, at: int) -> list[Couple]:
    """A of the sentence before in `The move pits it against B`."""
    is_pitted = clause.named.word(at) in words("pit_verb") and clause.named.word(at + 1) in {"it", "itself", "them"}
    joint = at + 2 + (clause.named.word(at + 2) in words("parting_word"))
    if not is_pitted or clause.named.word(joint) != "against":
        return []
    listed = clause.companies_after(joint + 1)
    subject = clause.company_before(at) or subject_told(clause, listed)
    return [(subject, other) for other in listed if subject is not None]


def _answers(clause: Clause) -> Iterator[Couple]:
    """A, China's answer to B."""
    for at in range(clause.start, clause.end):
        is_answer = clause.named.word(at) in {"answer", "alternative", "equivalent", "version"}
        if is_answer and clause.named.word(at + 1) in {"to", "of"} and clause.named.word(at - 1) != "no":
            subject = clause.company_before(at) or _first_after(clause, at + 2)
            yield from ((subject, other) for other in clause.companies_after(at + 2)[:1] if subject is not None)


def _first_after(clause: Clause, at: int) -> Span | None:
    """The second organisation from `at` on, unless it is listed beside the first: `China's answer to B, A …`."""
    found = [span for span in clause.named.between(at, clause.end) if is_organisation(span)]
    return found[1] if len(found) > 1 and clause.named.word(found[1].start - 1) != "and" else None


def _namesakes(clause: Clause) -> Iterator[Couple]:
    """A, the B of China · A, dubbed China's B; an institution may itself be one of a country."""
    for company in filter(is_company, clause.named.between(clause.start, clause.end)):
        subject = clause.company_before(company.start) or _first_after(clause, company.start)
        is_one = _is_the_one_of_place(clause.named, company) or _is_the_one_of_trade(clause.named, company)
        if subject is not None and (is_one or _is_dubbed(clause.named, company)):
            yield subject, company


def _is_the_one_of_place(located: Located, company: Span) -> bool:
    at = company.end + 1 + (located.word(company.end + 1) == "the")
    place = located.starting(at)
    has_article = located.word(company.start - 1) == "the" or located.word(company.start - 2) == "the"
    return has_article and located.word(company.end) == "of" and place is not None and place.label_ == Kind.PLACE


def _is_the_one_of_trade(located: Located, company: Span) -> bool:
    """B in `bills itself as the B of trucking`, `acting like an B for criminals`; not in `the B of today`."""
    is_called = located.word(company.start - 2) in words("becoming_word")
    trade = located.word(company.end + 1)
    is_one = located.word(company.end) in {"of", "for"} and trade.isalpha() and trade not in words("no_trade")
    return is_called and is_one and located.word(company.start - 1) in {"the", "a", "an"}


def _is_dubbed(located: Located, company: Span) -> bool:
    """True for B in `dubbed China's B`, `called the Chinese B`, `be the next B`."""
    is_of_place = located.word(company.start - 2) == "the" and located.texts[company.start - 1] in words("demonym")
    if not is_of_place and located.word(company.start - 1) not in {"'s", "next"}:
        return False
    is_next = located.word(company.start - 1) == "next"
    verbs = words("dubbing_verb") | (words("aspiring_word") if is_next else set())
    return any(located.word(at) in verbs for at in range(company.start - 5, company.start))


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
