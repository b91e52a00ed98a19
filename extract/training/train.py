"""Data sets → a trained network, the same one every time on the same machine."""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from extract.training import base, corpora, examples, renamed, tagged
from extract.training.batches import schedule
from extract.training.losses import WEIGHTS, losses
from extract.training.model import Network, pretrained

SEED = 11
ENCODER_RATE, HEAD_RATE, WARM_UP = 2e-4, 1e-3, 0.06


def tokenizer(path: Path) -> Tokenizer:
    """The encoder's tokenizer, neither cutting nor padding."""
    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.no_truncation()
    return found


def train(
    start: Path,
    out: Path,
    passes: float,
    name_passes: float,
    fraction: float,
    threads: int,
    whole: bool,
) -> Network:
    """Trains on the open corpora and on the marked news, a `fraction` of its articles, renamed at each pass.

    Writes `out` (a .pt file). Never on the held-back articles; on those kept for choosing thresholds only if it
    shall be the `whole` rest.
    """
    torch.manual_seed(SEED)
    random.seed(SEED)
    np.random.seed(SEED)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False
    pieces_of = tokenizer(base.tokens(start))
    markings = tagged.training_part(tagged.read_all(), tagged.HELD_BACK if whole else tagged.HELD_BACK + tagged.TUNING)
    random.Random(SEED).shuffle(markings)
    markings = markings[: round(len(markings) * fraction)]
    news = [examples.marked(marking, pieces_of) for marking in markings]
    documents = corpora.read_all(tagged.DATA)
    names = [examples.labelled(document, pieces_of) for document in documents]
    others, chance = renamed.pool(markings, documents), random.Random(SEED)

    def fresh(row: int) -> examples.Example:
        return examples.marked(renamed.renamed(markings[row], others, chance), pieces_of)

    half = _has_bfloat16()
    network = pretrained(base.weights(start))
    optimiser, rates = _optimiser(network)
    _log(f"{len(news)} marked articles, {len(names)} labelled documents")
    network.train()
    started, means = time.time(), dict.fromkeys(WEIGHTS, 0.0)
    for step, steps, batch in schedule(news, fresh, names, passes, name_passes, SEED):
        share = step / steps
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, (share + 1e-3) / WARM_UP) * min(1.0, (1 - share) / (1 - WARM_UP))
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            parts = losses(network, batch)
        total = sum((WEIGHTS[name] * value for name, value in parts.items()), torch.zeros(()))
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        for name, value in parts.items():
            means[name] = 0.98 * means[name] + 0.02 * float(value.detach()) if means[name] else float(value.detach())
        if step % 25 == 0:
            shown = " ".join(f"{name} {value:.4f}" for name, value in means.items())
            _log(f"{step}/{steps} {time.time() - started:.0f}s {shown}")
        if step and step % 500 == 0:
            torch.save(network.state_dict(), out)
    torch.save(network.state_dict(), out)
    _log(f"trained in {time.time() - started:.0f}s")
    return network


def _has_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself; where it does not, single precision is the faster one."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def _optimiser(network: Network) -> tuple[torch.optim.AdamW, Sequence[float]]:
    slow = [
        value
        for name, value in network.named_parameters()
        if value.requires_grad and name.startswith(("encoder.blocks", "encoder.norm"))
    ]
    chosen = {id(value) for value in slow}
    fast = [value for value in network.parameters() if value.requires_grad and id(value) not in chosen]
    rates = (ENCODER_RATE, HEAD_RATE)
    groups = [{"params": slow, "lr": rates[0]}, {"params": fast, "lr": rates[1]}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True), rates


def _log(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
