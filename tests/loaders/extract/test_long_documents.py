import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import Kind
from loaders.extract.annotations import RECOGNISED
from loaders.extract.candidates import read
from loaders.extract.references import streetgraph_references
from loaders.extract.whole_names import whole_names

PARAGRAPH = (
    "Xiaomi rose 3%. Martha Quill, head of rates at UBS, said she was calm. The bank expects its rival Morgan Stanley "
    "to cut its view. Ford and Target fell, too.\n"
)
OF_ONE_REPORT = (
    "UBS reported a loss in May. It said that rents fell.\nRain fell.\nMud is left.\nThe bank said prices fell.\n"
    "The report said more is due.\n"
)


def seconds(language: Language, text: str) -> float:
    start = time.process_time()
    language(text)
    return time.process_time() - start


def operations(work: Callable[[], object]) -> int:
    """How many operations of Python the work takes, the same on any machine."""
    count = 0

    def counted(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_time_grows_with_the_length_of_a_document_and_not_with_its_square(entity_language: Language) -> None:
    entity_language(PARAGRAPH)
    short = min(seconds(entity_language, PARAGRAPH * 40) for _ in range(3))
    assert seconds(entity_language, PARAGRAPH * 400) < 40 * short


def test_the_work_on_references_grows_with_the_length_of_a_document(entity_language: Language) -> None:
    short, long = (entity_language(OF_ONE_REPORT * times) for times in (20, 80))
    assert operations(lambda: streetgraph_references(long)) < 4.4 * operations(lambda: streetgraph_references(short))


def test_the_work_on_names_that_the_recogniser_sees_grows_with_the_length_of_a_document(
    entity_language: Language,
) -> None:
    def work(times: int) -> int:
        doc = with_products(entity_language("The Velmobile rose and the Tarvik fell at UBS.\n" * times))
        return operations(lambda: list(whole_names(doc, read(doc))))

    assert work(80) < 4.4 * work(20)


def with_products(doc: Doc) -> Doc:
    named = (token.i for token in doc if token.text in {"Velmobile", "Tarvik"})
    doc.spans[RECOGNISED] = [Span(doc, at, at + 1, label=Kind.PRODUCT) for at in named]
    return doc
