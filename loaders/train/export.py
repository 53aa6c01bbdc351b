"""A trained network as a file that needs no PyTorch: ONNX, with weights in eight bits and one scale a channel."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import save_file
from torch import Tensor

from loaders.train.network import Attributor, Recogniser, vocabulary_of

OPSET = 17


def save(network: Recogniser | Attributor, path: Path) -> None:
    """Write `path`.safetensors (16 bits, to train on from) and `path`.onnx (8 bits, to run)."""
    network.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = {name: value.half().contiguous() for name, value in network.state_dict().items()}
    save_file(half, path.with_suffix(".safetensors"))
    with tempfile.TemporaryDirectory() as folder:
        full, plain = Path(folder, "full.onnx"), Path(folder, "plain.onnx")
        _export(network, full)
        quant_pre_process(str(full), str(plain), skip_symbolic_shape=True)
        # Seven of the eight bits: with all eight, processors without VNNI overflow and would answer differently.
        quantize_dynamic(
            str(plain), str(path.with_suffix(".onnx")), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def _export(network: Recogniser | Attributor, path: Path) -> None:
    axes = {name: {0: "windows", 1: "pieces"} for name in (*network.inputs, "words")}
    if "whole" in network.outputs:
        axes["whole"] = {0: "windows"}
    torch.onnx.export(
        network,
        _example(network),
        str(path),
        input_names=list(network.inputs),
        output_names=list(network.outputs),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def _example(network: Recogniser | Attributor) -> tuple[Tensor, ...]:
    """Inputs of the right form; every feature but the pieces has at least two values."""
    size = (2, 20)
    ids = torch.randint(0, vocabulary_of(network), size)
    return (ids, torch.ones(size, dtype=torch.long), *(torch.randint(0, 2, size) for _ in network.inputs[2:]))
