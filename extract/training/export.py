"""A trained network → the files that the reader ships: int8 ONNX encoder, pair heads, tokenizer, configuration."""

import shutil
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from extract.reader import config
from extract.reader.model import ENCODER, HEADS, TOKENS
from extract.reader.pieces import SHAPES
from extract.training import base
from extract.training.model import Block, Encoder, restored


def export(trained: Path, start: Path, folder: Path, version: str) -> None:
    """`trained` (.pt) → the files in `folder`; thresholds are to be tuned afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    network = restored(torch.load(trained, weights_only=True))
    network.eval()
    heads = {
        name: value.numpy().astype(np.float16)
        for name, value in sorted(network.state_dict().items())
        if not name.startswith("encoder.")
    }
    np.savez(folder / HEADS, **heads)
    _onnx(network.encoder, folder / ENCODER)
    shutil.copyfile(base.tokens(start), folder / TOKENS)
    config.write(folder, version, config.THRESHOLDS)


def _onnx(encoder: Encoder, path: Path) -> None:
    """The raw graph is quantised, not an optimised one: faster under today's onnxruntime, and as good."""
    for block in encoder.blocks:
        if isinstance(block, Block):
            block.fuse()
    raw = path.with_suffix(".raw")
    ids, shapes = torch.randint(200, 20000, (1, 16)), torch.randint(0, SHAPES, (1, 16))
    axes = {0: "windows", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            encoder,
            (ids, shapes),
            str(raw),
            input_names=["ids", "shapes"],
            output_names=["hidden", "tags"],
            dynamic_axes=dict.fromkeys(("ids", "shapes", "hidden", "tags"), axes),
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    quantize_dynamic(raw, path, per_channel=True, weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": 1})
    raw.unlink()
