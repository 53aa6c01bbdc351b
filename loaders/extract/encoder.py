"""A small transformer read from an ONNX file: words in, one vector of scores a word and a window out.

Weights are stored in eight bits, with one scale a channel (see loaders/models/README.md for what that costs). Windows
are read one at a time: arithmetic in eight bits takes the scale of its inputs from all that is read at once, so that
words beside others would read differently; and on a processor a batch is no faster, even one of like lengths taken from
many documents (docs/performance.md has the figures).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from graph.model import Kind

Scores = NDArray[np.float32]
Pieces = NDArray[np.int64]

MODELS = files("loaders") / "models"
LONGEST = 256  # word pieces a window
SLOW = ("SkipLayerNormFusion",)  # what onnxruntime fuses here takes four times as long as the two parts
# The order in which the models were taught them: to change one is to train anew.
KINDS = (Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON, Kind.INDEX, Kind.PRODUCT, Kind.PLACE)
SHAPES = ("padding", "XX", "X", "Xx", "XxX", "x", "d", "dx", "xX", "p")


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are read together, with further features of each word by the name of the model's input."""

    words: Sequence[str]
    features: Mapping[str, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """Scores of a window: `words` has a row for each word that was not cut off; `whole` may be empty."""

    words: Scores
    whole: Scores


def shape_of(word: str) -> int:
    """The kind of capitals and digits in a word: the encoder itself does not see case."""
    if word.isupper():
        return SHAPES.index("XX" if len(word) > 1 else "X")
    if word[:1].isupper():
        return SHAPES.index("Xx" if word[1:].islower() else "XxX")
    if word.islower():
        return SHAPES.index("x")
    if any(char.isdigit() for char in word):
        return SHAPES.index("d" if word.isdigit() else "dx")
    return SHAPES.index("xX" if any(char.isupper() for char in word) else "p")


class Encoder:
    """One model of a folder, `loaders/models` unless another is given; loaded when it is first used."""

    def __init__(self, name: str, folder: Traversable = MODELS) -> None:
        self.name = name
        self._folder = folder

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # more documents at once come from more processes
        with as_file(self._folder / f"{self.name}.onnx") as path:
            return onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
            )

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_str((MODELS / "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    def read(self, windows: Sequence[Window]) -> list[Reading]:
        """One reading a window, in their order."""
        return [self._read(*pair) for pair in zip(windows, self.encode(windows), strict=True)]

    def encode(self, windows: Sequence[Window]) -> list[Encoding]:
        """The word pieces of each window, at most LONGEST."""
        return [self._tokenizer.encode(list(window.words), is_pretokenized=True) for window in windows]

    def run(self, given: Mapping[str, Pieces]) -> list[Scores]:
        """The model's outputs for these inputs."""
        found: list[Scores] = self._session.run(None, given)
        return found

    def _read(self, window: Window, encoding: Encoding) -> Reading:
        words, *whole = self.run(inputs([window], [encoding]))
        first = first_pieces(encoding)
        kept = [first[at] for at in range(len(window.words)) if at in first]
        return Reading(words[0, kept], whole[0][0] if whole else np.zeros(0, np.float32))


def first_pieces(encoding: Encoding) -> dict[int, int]:
    """The first piece of each word."""
    first: dict[int, int] = {}
    for piece, word in enumerate(encoding.word_ids):
        if word is not None:
            first.setdefault(word, piece)
    return first


def inputs(windows: Sequence[Window], encodings: Sequence[Encoding]) -> dict[str, Pieces]:
    """The model's inputs by name, windows × pieces, padded with zeros."""
    names = ("ids", "mask", "shapes", *windows[0].features)
    width = max(len(encoding.ids) for encoding in encodings)
    arrays = {name: np.zeros((len(windows), width), np.int64) for name in names}
    for row, (window, encoding) in enumerate(zip(windows, encodings, strict=True)):
        size = len(encoding.ids)
        arrays["ids"][row, :size] = encoding.ids
        arrays["mask"][row, :size] = 1
        per_word = {"shapes": [shape_of(word) for word in window.words], **window.features}
        for name, values in per_word.items():
            arrays[name][row, :size] = [0 if word is None else values[word] for word in encoding.word_ids]
    return arrays
