"""Those who tell a reporter something and are counted only for that: "three people familiar with the matter said"."""

from __future__ import annotations

import re

from loaders.extract.quantities.amount import Amount
from loaders.extract.quantities.scenes import Scene
from loaders.extract.quantities.terms import any_in

_NOUN = rf"\s(?:(?:other|more|separate|senior|current|former|[◆◇]+)\s){{0,2}}{any_in('informant')}\b"
_TELL = re.compile(
    rf"(?i){_NOUN}(?:\s[\w◆◇'’-]+){{0,8}}?\s(?:said|say|told|familiar|briefed|close\sto|with\s(?:direct\s)?knowledge|involved\sin)\b"
)
_OPENS = re.compile(
    r"(?i)(?:^|[,;:“”\"—])\W*(?:(?:and|but|while|as|at\sleast|the|another)\s){0,2}$|\b(?:according|told|spoke)\s(?:to|by)\s$"
)


def only_tell(scene: Scene, amount: Amount) -> bool:
    """True for "four delegates from the group told NAME", not for "killed 57 people, the group said"."""
    return bool(_TELL.match(scene.right_of(amount)) and _OPENS.search(scene.left_of(amount)))
