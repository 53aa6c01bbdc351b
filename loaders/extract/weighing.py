"""Stance and type of attributed statements, where the trained attributor has read their sentence.

On articles unknown to both, it tells the type of 75 % of the statements where the rules tell 58 %. Of those that speak
well or ill, the rules tell the stance of 66 %, the attributor of 76 %, and both together of 79 % (82 articles). What a
statement is about the rules know as well, and they name what is measured: that stays.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import ClaimType, Stance
from loaders.extract.annotations import Statement
from loaders.extract.attributor import Judgement
from loaders.extract.votes import judgement_of

NAME = "streetgraph_weighing"
SIDES = {Stance.POSITIVE: 1, Stance.NEGATIVE: -1, Stance.NEUTRAL: 0}
WORD_OF_RULES = 1.07  # what the stance by rule adds to the log odds of the attributor; 0.8 to 2 do as well


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
    kind = statement.type if is_target else judgement.type
    stance = statement.stance if statement.has_plain_stance else _stance(judgement, statement.stance)
    return replace(statement, stance=stance, type=kind)


def _stance(judgement: Judgement, by_rule: Stance) -> Stance:
    """Neutral where both say so; else the side that they lean to together."""
    if by_rule == judgement.stance == Stance.NEUTRAL:
        return Stance.NEUTRAL
    lean = judgement.lean + WORD_OF_RULES * SIDES[by_rule]
    return Stance.POSITIVE if lean > 0 else Stance.NEGATIVE
