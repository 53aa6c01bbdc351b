import time

from spacy.language import Language

PARAGRAPH = (
    "Xiaomi rose 3%. Martha Quill, head of rates at UBS, said she was calm. The bank expects its rival Morgan Stanley "
    "to cut its view. Ford and Target fell, too.\n"
)


def seconds(language: Language, text: str) -> float:
    start = time.process_time()
    language(text)
    return time.process_time() - start


def test_time_grows_with_the_length_of_a_document_and_not_with_its_square(entity_language: Language) -> None:
    entity_language(PARAGRAPH)
    short = min(seconds(entity_language, PARAGRAPH * 40) for _ in range(3))
    assert seconds(entity_language, PARAGRAPH * 400) < 40 * short
