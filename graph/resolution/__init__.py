"""Who is who: entities that are found under several names, what is judged of them, and what follows from that."""

from graph.resolution.comparison import Comparison, compared
from graph.resolution.deciding import judgement_on, sure_judgements
from graph.resolution.judgement import Judgement, Verdict
from graph.resolution.judging import Judged, judge, undo
from graph.resolution.listing import candidates, judgements
from graph.resolution.profile import Profile

__all__ = [
    "Comparison",
    "Judged",
    "Judgement",
    "Profile",
    "Verdict",
    "candidates",
    "compared",
    "judge",
    "judgement_on",
    "judgements",
    "sure_judgements",
    "undo",
]
