"""What in a graph deserves a look: what hangs loose, what contradicts itself, what may be one, and what may be two."""

from graph.doctor.examination import Examination, examined
from graph.doctor.finding import Check, Finding
from graph.doctor.listing import findings

__all__ = ["Check", "Examination", "Finding", "examined", "findings"]
