"""What claims come to when they are held against each other."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.envelope import Answer
from api.schemas.claims import ClaimInShort, ClaimOut
from graph.model import Kind, Stance


class TimelineClaim(ClaimOut):
    """A claim on a timeline."""

    parts: list[str] = Field(
        description="What the entity is in it: speaker, organisation, subject.", examples=[["subject"]]
    )


class SpokenView(ClaimOut):
    """What a speaker says, and whether it still stands."""

    is_current: bool = Field(
        description="Whether there is a slot (speaker, subject, and metric with unit and period or else type) in which "
        "nothing later was said.",
        examples=[True],
    )
    superseded_by: list[str] = Field(description="Ids of the claims that came next in its slots.", examples=[[]])


class VoiceView(Answer):
    """What one voice holds of a subject."""

    voice_id: str = Field(description="The speaker, or the organisation if nobody in person speaks.", examples=["ubs"])
    voice: str = Field(description="Its name.", examples=["UBS"])
    published_at: date | None = Field(default=None, description="When it was last heard.", examples=["2025-02-20"])
    stance: Stance | None = Field(
        default=None,
        description="The side it is on, by the newest claim that takes one; null where it only states facts.",
        examples=["positive"],
    )
    current: list[ClaimOut] = Field(description="Its claims that still stand, the newest first.")
    current_total: int = Field(description="How many these are in all.", examples=[1])
    independent_sources: int = Field(
        description="In how many documents these stand, copies of one report counted once.", examples=[1]
    )
    superseded: list[ClaimOut] = Field(
        default=[], description="Those that later ones took the place of.", examples=[[]]
    )
    superseded_total: int = Field(description="How many these are in all.", examples=[0])


class Stances(Answer):
    """How many voices are on each side."""

    positive: int = Field(description="Voices that are hopeful.", examples=[3])
    negative: int = Field(description="Voices that are doubtful.", examples=[1])
    neutral: int = Field(description="Voices that take no side.", examples=[0])


class Side(Answer):
    """A voice and the words that show its side."""

    voice_id: str = Field(description="The speaker, or the organisation.", examples=["goldman-sachs"])
    voice: str = Field(description="Its name.", examples=["Goldman Sachs"])
    stance: Stance | None = Field(default=None, description="The side; null for facts alone.", examples=["negative"])
    claims: int = Field(description="How many claims of it still stand.", examples=[2])
    independent_sources: int = Field(
        description="In how many documents these stand, copies of one report counted once.", examples=[1]
    )
    claim: ClaimInShort | None = Field(default=None, description="The claim that shows it.")


class Value(Answer):
    """The newest number of a voice."""

    voice_id: str = Field(description="The speaker, or the organisation.", examples=["goldman-sachs"])
    voice: str = Field(description="Its name.", examples=["Goldman Sachs"])
    low: float = Field(description="The number, or the lower end.", examples=[4700.0])
    high: float = Field(description="The number, or the upper end.", examples=[4700.0])
    published_at: date | None = Field(default=None, description="When it was said.", examples=["2025-02-20"])
    claim_id: str = Field(description="The claim that states it.", examples=["8c1f0d2e4a6b7c90"])


class _Measured(Answer):
    metric: str | None = Field(default=None, description="What is measured.", examples=["index_target"])
    unit: str | None = Field(default=None, description="In which unit.", examples=["points"])
    basis: str | None = Field(default=None, description="Against what.", examples=["new"])
    period: str | None = Field(
        default=None, description="For which period: `FY2025Q3`, `2025-06`, or as written.", examples=["year-end"]
    )


class MeasureOut(_Measured):
    """The numbers of all voices for the same thing."""

    voices: int = Field(description="How many voices give one.", examples=[3])
    independent_sources: int = Field(
        description="In how many documents these stand, copies of one report counted once.", examples=[2]
    )
    low: float = Field(description="The lowest.", examples=[4300.0])
    median: float = Field(description="The middle one; of a range its middle counts.", examples=[4600.0])
    high: float = Field(description="The highest.", examples=[4700.0])
    low_by: list[str] = Field(description="Whose the lowest is.", examples=[["UBS"]])
    high_by: list[str] = Field(description="Whose the highest is.", examples=[["Goldman Sachs"]])
    values: list[Value] = Field(description="Who says what, the lowest first; at most 50.")


class Contradicting(ClaimInShort):
    """One of two claims that contradict each other."""

    low: float | None = Field(default=None, description="Its number, or the lower end.", examples=[4300.0])
    high: float | None = Field(default=None, description="Its number, or the upper end.", examples=[4300.0])


class ContradictionOut(_Measured):
    """Two claims of two voices that cannot both be right, each in its words."""

    about: str = Field(
        description="`stance` where they take opposite sides, `numbers` where their ranges have nothing in common.",
        examples=["stance"],
    )
    a: Contradicting = Field(description="The hopeful one, or the one with the lower number.")
    b: Contradicting = Field(description="The other.")


class Subject(Answer):
    """What the street was asked about."""

    id: str = Field(description="Its id.", examples=["csi-300"])
    kind: Kind = Field(description="What it is.", examples=["Index"])
    name: str = Field(description="Its name.", examples=["CSI 300"])


class Consensus(Answer):
    """Where the street stands: sides, numbers, who differs, and which words contradict each other.

    Of every voice counts what it said last in each slot. No list holds more than 50; how many there are stands beside.
    Claims without a date are in no window; `meta.warnings` says how many these are.
    """

    entity: Subject = Field(description="What it is about.")
    since: date | None = Field(default=None, description="First day of the window.", examples=["2024-12-01"])
    until: date | None = Field(default=None, description="Its last day.", examples=["2025-02-28"])
    voices: int = Field(description="Voices that were heard.", examples=[4])
    independent_sources: int = Field(
        description="In how many documents their claims stand, copies of one report counted once.", examples=[3]
    )
    stances: Stances = Field(description="How many are on each side.")
    majority: Stance | None = Field(
        default=None, description="The side of most; null for a draw.", examples=["positive"]
    )
    views: list[Side] = Field(description="Who is on which side, the voice heard last first.")
    dissenters: list[Side] = Field(description="Who takes the other side than most.")
    dissenters_total: int = Field(description="How many these are.", examples=[1])
    measures: list[MeasureOut] = Field(description="Numbers by what they measure; those of most voices first.")
    measures_total: int = Field(description="How many measures there are.", examples=[1])
    contradictions: list[ContradictionOut] = Field(description="Pairs that contradict each other, the newest first.")
    contradictions_total: int = Field(
        description="How many pairs there are among the newest 50 voices of each side and measure.", examples=[3]
    )
