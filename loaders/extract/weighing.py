"""Stance and type of attributed statements, where the trained attributor has read their sentence.

On articles unknown to both, it tells the type of 75 % of the statements where the rules tell 58 %, and the stance of
68 % against 59 %. What a statement is about the rules know as well, and they name what is measured: that stays.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import ClaimType, Stance
from loaders.extract.annotations import Statement
from loaders.extract.attributor import Judgement
from loaders.extract.stance import stance_words
from loaders.extract.votes import judgement_of

NAME = "streetgraph_weighing"
SURE_OF_STANCE = 0.7


@Language.component(NAME, requires=["doc._.statements", "doc._.judgements"], assigns=["doc._.statements"])
def streetgraph_weighing(doc: Doc) -> Doc:
    """Let the attributor have its say in every attributed statement."""
    doc._.statements = [_weighed(doc, statement) for statement in doc._.statements]
    return doc


def _weighed(doc: Doc, statement: Statement) -> Statement:
    judgement = judgement_of(doc, statement.span)
    if statement.speaker is None or judgement is None:
        return statement
    # A target is known by its words better than by the look of the sentence.
    is_target = ClaimType.TARGET in (statement.type, judgement.type)
    stance = judgement.stance if _overrules(judgement, statement) else statement.stance
    return replace(statement, stance=stance, type=statement.type if is_target else judgement.type)


def _overrules(judgement: Judgement, statement: Statement) -> bool:
    """True where the rules see no stance, or it is sure and nothing is negated: negation the rules read better."""
    if statement.stance == Stance.NEUTRAL:
        return True
    negators = stance_words()["negator"]
    return judgement.stance_chance >= SURE_OF_STANCE and not any(token.lower_ in negators for token in statement.span)
