"""Who is who: entities that are found under several names, what is judged of them, and what follows from that."""

from graph.resolution.comparison import Comparison, compared
from graph.resolution.judgement import Judgement, Verdict
from graph.resolution.profile import Profile

__all__ = ["Comparison", "Judgement", "Profile", "Verdict", "compared"]
