"""Two entities that may be one, side by side, with what speaks for it and three answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from api.explorer import states
from api.explorer.addresses import document_address, entity_address
from api.explorer.markup import Words, box, link
from api.explorer.review.judging import judge, undo
from api.explorer.visit import Visit
from graph.resolution import Judgement, Verdict
from graph.store import Row

_KEYS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_UNDO = "z"
_TOLD = {
    Verdict.SAME: "{right} is now {left}.",
    Verdict.DIFFERENT: "{left} and {right} stay two.",
    Verdict.UNSURE: "{left} and {right} are left undecided.",
}


def pair_card(visit: Visit, pair: Row) -> None:
    """A candidate to judge."""
    _PairCard(visit, pair)


class _PairCard:
    """A candidate, as a question or with the answer it was given."""

    def __init__(self, visit: Visit, pair: Row) -> None:
        self._visit, self._pair = visit, pair
        self._judgement: Judgement | None = None
        name = f"{pair['left']['name']} and {pair['right']['name']}"
        self._place = box("section", "card pair", aria_label=name, data_pair="")
        self._place.on("judged-by-key", self._by_key, js_handler="(event) => emit(event.detail)")
        self._ask()

    def _ask(self) -> None:
        self._place.classes(remove="answered")
        self._place.clear()
        with self._place:
            _evidence(self._pair)
            with box("div", "sides"):
                for side, part in (("left", "is kept if they are one"), ("right", "")):
                    _side(self._visit, self._pair[side], part)
            with box("div", "row answers"):
                for key, verdict in _KEYS.items():
                    self._answer(key, verdict)
                Words("button", "Keep the other name", "button quiet-button", type="button").on("click", self._swap)

    def _answer(self, key: str, verdict: Verdict) -> None:
        is_likely = verdict is Verdict.SAME and self._pair["verdict"] == verdict
        with box("button", "button primary" if is_likely else "button", type="button") as button:
            Words("span", verdict.capitalize())
            Words("kbd", key, aria_hidden="true")
        button.on("click", partial(self._judge, verdict))

    def _swap(self) -> None:
        self._pair = {**self._pair, "left": self._pair["right"], "right": self._pair["left"]}
        self._ask()

    async def _by_key(self, event: GenericEventArguments) -> None:
        if event.args == _UNDO and self._judgement is not None:
            await self._undo()
        elif event.args in _KEYS and self._judgement is None:
            await self._judge(_KEYS[event.args])

    async def _judge(self, verdict: Verdict) -> None:
        try:
            self._judgement = await judge(self._visit, self._pair, verdict)
        except Exception as problem:
            self._fail(problem, partial(self._judge, verdict))
            return
        self._answered(verdict)
        ui.run_javascript("streetgraphNextPair()")

    def _answered(self, verdict: Verdict) -> None:
        names = {side: self._pair[side]["name"] for side in ("left", "right")}
        self._place.classes("answered")
        self._place.clear()
        with self._place, box("div", "row", role="status"):
            Words("span", verdict, f"chip verdict-{verdict}")
            Words("span", _TOLD[verdict].format(**names))
            with box("button", "button", type="button").on("click", self._undo):
                Words("span", "Undo")
                Words("kbd", _UNDO, aria_hidden="true")

    async def _undo(self) -> None:
        if self._judgement is None:
            return
        try:
            await undo(self._visit, self._judgement.id)
        except Exception as problem:
            self._fail(problem, self._undo)
            return
        self._judgement = None
        self._ask()

    def _fail(self, problem: Exception, again: Callable[[], Any]) -> None:
        states.note(self._visit, problem)
        self._place.clear()
        with self._place:
            states.failure(self._visit, problem, again=again)


def _evidence(pair: Row) -> None:
    """How alike they are, as a bar and in words."""
    share = round(100 * pair["score"])
    with box("div", "evidence"):
        with box("div", "likeness", aria_hidden="true"):
            box("div").style(f"width: {share}%")
        Words("b", f"{share}% alike")
        Words("span", pair["why"], "soft")


def _side(visit: Visit, side: Row, part: str) -> None:
    with box("div", f"side {side['kind'].lower()}"):
        with box("div", "row"):
            Words("span", side["kind"], f"chip {side['kind'].lower()}")
            if part:
                Words("span", part, "soft small")
        with box("h2"):
            link(side["name"], entity_address(side["id"], visit.moment))
        with box("dl", "terms"):
            for term, value in _known(side):
                Words("dt", term)
                Words("dd", value)
        if side.get("context"):
            _context(visit, side["context"])


def _known(side: Row) -> list[tuple[str, str]]:
    documents = side["documents"]
    others = [alias for alias in side["aliases"] if alias != side["name"]]
    known = {
        "Id": side["id"],
        "Also called": ", ".join(others),
        "Tickers": ", ".join(side["tickers"]),
        "Is": ", ".join(side["roles"]),
        "Named by": "1 document" if documents == 1 else f"{documents:,} documents",
        "Listed": "in the reviewed reference data" if side["is_listed"] else "",
    }
    return [(term, value) for term, value in known.items() if value]


def _context(visit: Visit, context: Row) -> None:
    """A sentence that names it, and the way to its document."""
    text, start, end = context["text"], context["start"], context["end"]
    with box("figure", "context"):
        with box("blockquote"):
            Words("span", text[:start])
            Words("mark", text[start:end])
            Words("span", text[end:])
        with box("figcaption"):
            link(context["title"] or "The document", document_address(context["document_id"], visit.moment), "quiet")
