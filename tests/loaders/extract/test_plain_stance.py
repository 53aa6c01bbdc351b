"""Wordings that settle a stance by themselves, and those like them that do not."""

import pytest

from graph.model import Document, Stance
from loaders.extract.plain_stance import plain_stance
from loaders.extract.units import Unit
from loaders.pipeline import Tier, extract

GOOD = [
    "UBS said the outbreak of selling was under control.",
    "UBS said the worst of the crisis was behind us.",
    "UBS said trade would return to normal after the strike.",
    "UBS said the next year would be less painful, less difficult than this one.",
    "Tesla denied the accusations of its former staff.",
    "Tesla said there was no evidence that any of its systems were compromised.",
    "UBS said unemployment in Italy had fallen despite the crisis.",
    "UBS said the jobless rate was low and worries were overdone.",
    "Tesla said its net loss narrowed to $3 million from $9 million.",
    "UBS said losses at Boeing had narrowed.",
    "UBS said the rally showed no sign of weakening.",
    "Boeing denied that it had misled buyers.",
    "UBS said inflation eased in May.",
    "Tesla said costs fell 4 per cent.",
    "UBS said exports could rise next year.",
    "UBS said sales did not fall.",
    "UBS said profits stopped falling.",
    "UBS said costs rose less than feared.",
    "UBS said bad loans declined.",
    "UBS said the worst may be over.",
    "UBS said the worries of Tesla are overblown.",
    "UBS said it was not worried about Tesla.",
    "UBS said it was less bearish on Tesla.",
    "Tesla said there were fewer complaints.",
    "Tesla said it would not close any stores.",
    "Tesla said it had no plans to lay off workers.",
    "UBS said Italy managed to avoid a recession.",
    "Tesla said the charges were dropped.",
    "Tesla said it closed the sale of its mine.",
    "UBS said sales at Tesla have not stopped growing.",
    "UBS said a judge dismissed the lawsuit.",
    "UBS said it does not expect a recession in Italy.",
]
BAD = [
    "UBS said there was no sign of a recovery in profits.",
    "Tesla said it does not expect sales growth this year.",
    "Tesla said it does not expect top-line growth this year.",
    "UBS said it is hard to see rapid improvements at Tesla.",
    "UBS said poverty rose despite the strong growth.",
    "UBS said crime in Peru had grown despite a good year.",
    "Pfizer denied growth would return and warned of a loss.",
    "Sales may fall next year, Tesla said.",
    "Tesla said it would close a third plant.",
    "Tesla said its mine was closed.",
    "Tesla said it recalled 40 cars.",
    "Tesla said debt rose 4 per cent.",
    "UBS said the economy is set to contract.",
    "UBS said sales grew less than expected.",
    "UBS said sales did not rise.",
    "UBS said more defaults were likely.",
    "UBS said it was less bullish on Tesla.",
    "UBS said the optimism is overdone.",
    "Tesla said the crisis was not over.",
    "UBS said there was no guarantee that the worst was behind us.",
    "UBS said there was no sign that the worst was over.",
    "Boeing denied that it would recover.",
    "UBS said inflation has not stopped rising.",
    "Tesla said it would cut hundreds of jobs worldwide.",
    "Tesla said two of its plants would be closed.",
    "UBS said a judge dismissed Tesla's lawsuit against Boeing.",
    "UBS said the court rejected Tesla's lawsuit.",
    "UBS said Tesla survives on losses that its owner covers.",
]
UNSETTLED = [
    "UBS said unemployment in Italy, which worries investors, may be low.",
    "UBS said there was evidence of a breach of the contract.",
    "UBS said layoffs lower morale and hurt sales.",
    "UBS said outages lower profit at Tesla.",
    "UBS said crime drama viewers fell 40%.",
    "UBS said the complaints fell on deaf ears.",
    "UBS said the fight against crime fell short.",
    "UBS said outages dropped viewers into darkness.",
    "UBS said the deficit fell less than expected.",
    "UBS said demand for alarms collapsed as crime fell.",
    "UBS said unemployment fell, but the outlook was bleak.",
    "UBS said unemployment fell at the cost of a deep recession.",
    "UBS said Tesla struggled to keep costs under control.",
    "UBS said Tesla came under control of hostile funds.",
    "UBS said investors are less concerned than they should be.",
    "Boeing denied relief to drivers hurt in a crash.",
    "UBS said the deficit fell to the heirs.",
    "UBS said unemployment had fallen and that this hurt wages.",
    "Boeing denied that the deficit had fallen.",
    "UBS said Italy must fight hard to avoid a recession.",
    "UBS said Italy cannot avoid a recession.",
    "UBS said sales rose 1%, falling short of a weak forecast.",
    "UBS said investors are not worried enough about the risk.",
    "UBS said the war over prices would hurt Tesla.",
]
NOT_BAD = [
    "sales have not stopped growing",
    "sales not only grew , they doubled",
    "costs hardly rose",
    "profits rarely fall",
    "investors would cheer if it closed two coal plants",
    "it would reopen when it closes its old stores",
    "its plant is close to full capacity",
    "it recalled that customers queued for the phones",
    "it closed 2020 with 400 stores",
    "it slashed staff turnover",
    "its stores are closed on Sunday",
    "it does not expect growth to slow",
    "it does not see growth slowing",
    "it is not hard to see growth ahead",
    "it does not expect growth in unemployment",
]
NOT_GOOD = [
    "it will be hurt unless it avoids a default",
    "a judge dismissed Velmoro 's lawsuit",
    "the court rejected its lawsuit",
    "it dodged questions about losses",
    "it survives on losses that its owner covers",
]


def stance(text: str, tier: Tier) -> Stance:
    (claim,) = [claim for claim in extract(Document(text), tier=tier).claims if claim.speaker]
    return claim.stance


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("text", GOOD)
def test_relief_denial_and_burdens_that_fall_are_good(text: str, tier: Tier) -> None:
    assert stance(text, tier) == Stance.POSITIVE


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("text", BAD)
def test_burdens_that_rise_and_want_of_recovery_are_bad(text: str, tier: Tier) -> None:
    assert stance(text, tier) == Stance.NEGATIVE


@pytest.mark.parametrize("text", UNSETTLED)
def test_what_only_looks_alike_settles_nothing(text: str) -> None:
    assert stance(text, Tier.ACCURATE) != Stance.POSITIVE


def settled(text: str) -> Stance | None:
    units = [Unit(word.lower(), word, at, at + 1) for at, word in enumerate(text.split())]
    return plain_stance(units, "say")


@pytest.mark.parametrize("text", NOT_BAD)
def test_what_only_looks_like_harm_is_not_settled_as_bad(text: str) -> None:
    assert settled(text) != Stance.NEGATIVE


@pytest.mark.parametrize("text", NOT_GOOD)
def test_what_only_looks_like_escape_is_not_settled_as_good(text: str) -> None:
    assert settled(text) != Stance.POSITIVE
