"""Examples → batches of tensors, in an order that depends on nothing but the seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from extract.reader.heads import mention_places, pair_places
from extract.reader.pieces import BEGIN, END, Ints
from extract.training.examples import Example

Fresh = Callable[[int], Example]
"""Number of a marked article → it, with other names each time."""

NEWS_PIECES, NAMES_PIECES = 1200, 2048
"""Pieces in a batch."""
MASK, MASKED = 103, 0.05
"""The piece that stands for a hidden one, and how many are hidden."""


class Windows(NamedTuple):
    """Padded windows; `target` [windows, pieces, tags] and `counts` [windows, pieces] say what counts for the tags."""

    ids: Tensor
    shapes: Tensor
    target: Tensor
    counts: Tensor


class Places(NamedTuple):
    """Where mentions are read: window, first and last piece in it (its edge mark counted)."""

    window: Tensor
    low: Tensor
    high: Tensor


class LinkBatch(NamedTuple):
    """Anaphors and candidates of several articles; `slot` [anaphors, options] is a pair's number or -1."""

    places: Places
    left: Tensor
    right: Tensor
    features: Tensor
    gold: Tensor
    slot: Tensor
    anaphor: Tensor
    plural: Tensor


class RelationBatch(NamedTuple):
    """Pairs of several articles; `places` are mentions in the window of the pair."""

    places: Places
    left: Tensor
    right: Tensor
    features: Tensor
    gold: Tensor
    weight: Tensor
    status: Tensor


class Batch(NamedTuple):
    """What one step of training sees."""

    windows: Windows
    links: LinkBatch | None
    relations: RelationBatch | None


def windows(parts: Sequence[tuple[Example, tuple[int, int]]]) -> Windows:
    """Windows of examples → padded tensors."""
    width = max(high - low for _, (low, high) in parts) + 2
    tags = parts[0][0].target.shape[1]
    ids, shapes = np.zeros((len(parts), width), np.int64), np.zeros((len(parts), width), np.int64)
    target = np.ones((len(parts), width, tags), bool)
    counts = np.zeros((len(parts), width), bool)
    for row, (example, (low, high)) in enumerate(parts):
        end = high - low + 1
        ids[row, 0], ids[row, end] = BEGIN, END
        ids[row, 1:end], shapes[row, 1:end] = example.pieces.ids[low:high], example.pieces.shapes[low:high]
        target[row, 1:end], counts[row, 1:end] = example.target[low:high], example.pieces.first[low:high]
    return Windows(*(torch.from_numpy(array) for array in (ids, shapes, target, counts)))


def names_batch(parts: Sequence[tuple[Example, tuple[int, int]]]) -> Batch:
    """Windows of the open corpora."""
    return Batch(windows(parts), None, None)


def news_batch(examples: Sequence[Example]) -> Batch:
    """Whole marked articles."""
    parts = [(example, window) for example in examples for window in example.pieces.windows]
    return Batch(windows(parts), _links(examples), _relations(examples))


def _tensor(arrays: list[Ints]) -> Tensor:
    return torch.from_numpy(np.concatenate(arrays))


def _links(examples: Sequence[Example]) -> LinkBatch | None:
    places, left, right, features, gold, slots, anaphors, plural = [], [], [], [], [], [], [], []
    base = mentions_so_far = pairs_so_far = 0
    for example in examples:
        links = example.links
        if links is not None and len(links.pairs.left):
            table = mention_places(example.pieces, links.mentions.low, links.mentions.high)
            places.append(table + np.array([base, 0, 0]))
            left.append(links.pairs.left + mentions_so_far)
            right.append(links.pairs.right + mentions_so_far)
            features.append(links.pairs.features)
            gold.append(links.gold)
            numbers, starts, sizes = np.unique(links.pairs.left, return_index=True, return_counts=True)
            for number, start, size in zip(numbers.tolist(), starts.tolist(), sizes.tolist(), strict=True):
                slots.append(np.arange(start, start + size) + pairs_so_far)
                anaphors.append(number + mentions_so_far)
                plural.append(bool(links.plural[number]))
            mentions_so_far += len(links.mentions.spans)
            pairs_so_far += len(links.pairs.left)
        base += len(example.pieces.windows)
    if not slots:
        return None
    slot = np.full((len(slots), max(len(one) for one in slots)), -1, np.int64)
    for row, one in enumerate(slots):
        slot[row, : len(one)] = one
    return LinkBatch(
        places=Places(*_tensor(places).unbind(1)),
        left=_tensor(left),
        right=_tensor(right),
        features=_tensor(features),
        gold=torch.from_numpy(np.concatenate(gold)),
        slot=torch.from_numpy(slot),
        anaphor=torch.tensor(anaphors),
        plural=torch.tensor(plural),
    )


def _relations(examples: Sequence[Example]) -> RelationBatch | None:
    columns: list[list[Ints]] = [[] for _ in range(7)]
    base = so_far = 0
    for example in examples:
        relations = example.relations
        if relations is not None and len(relations.pairs.left):
            ends = relations.mentions
            table, left, right = pair_places(example.pieces, ends.low, ends.high, relations.pairs)
            rows = (table + np.array([base, 0, 0]), left + so_far, right + so_far, relations.pairs.features)
            for column, array in zip(columns, (*rows, relations.gold, relations.weight, relations.status), strict=True):
                column.append(array)
            so_far += len(table)
        base += len(example.pieces.windows)
    if not columns[0]:
        return None
    places, *rest = (_tensor(column) for column in columns)
    return RelationBatch(Places(*places.unbind(1)), *rest)


def schedule(
    news: Sequence[Example], fresh: Fresh, names: Sequence[Example], passes: float, name_passes: float, seed: int
) -> Iterator[tuple[int, int, Batch]]:
    """(step, steps, batch): the passes over both sets, evenly mixed; `fresh` tells an article of `news` anew."""
    plan = _plan(news, names, passes, name_passes, random.Random(seed))
    cut = [(example, window) for example in names for window in example.pieces.windows]
    hide = torch.Generator().manual_seed(seed)
    for step, (kind, rows) in enumerate(plan):
        if kind == "news":
            batch = news_batch([fresh(row) for row in rows])
        else:
            batch = names_batch([cut[row] for row in rows])
        yield step, len(plan), batch._replace(windows=_hidden(batch.windows, hide))


def _hidden(windows: Windows, chance: torch.Generator) -> Windows:
    """A few pieces hidden, so that no name or word can be leant on alone."""
    hidden = (torch.rand(windows.ids.shape, generator=chance) < MASKED) & (windows.ids > END)
    return windows._replace(ids=windows.ids.masked_fill(hidden, MASK))


def _plan(
    news: Sequence[Example], names: Sequence[Example], passes: float, name_passes: float, chance: random.Random
) -> list[tuple[str, list[int]]]:
    article_sizes = [sum(high - low for low, high in example.pieces.windows) for example in news]
    window_sizes = [high - low for example in names for low, high in example.pieces.windows]
    of_news = _batches(article_sizes, NEWS_PIECES, passes, chance, 1)
    of_names = _batches(window_sizes, NAMES_PIECES, name_passes, chance, 512)
    timed = [(number / len(of_news), "news", rows) for number, rows in enumerate(of_news)]
    timed += [((number + 0.5) / len(of_names), "names", rows) for number, rows in enumerate(of_names)]
    return [(kind, rows) for _, kind, rows in sorted(timed)]


def _batches(sizes: list[int], budget: int, passes: float, chance: random.Random, sort: int) -> list[list[int]]:
    """Shuffled rows in batches of at most `budget` pieces; rows are sorted by size inside every `sort` of them."""
    found: list[list[int]] = []
    while passes > 0:
        rows = list(range(len(sizes)))
        chance.shuffle(rows)
        rows = rows[: round(len(rows) * min(1.0, passes))]
        fresh: list[list[int]] = [[]]
        for low in range(0, len(rows), sort):
            for row in sorted(rows[low : low + sort], key=lambda one: sizes[one]):
                full = sum(sizes[one] for one in fresh[-1]) + sizes[row] > budget
                if fresh[-1] and full:
                    fresh.append([])
                fresh[-1].append(row)
        if sort > 1:
            chance.shuffle(fresh)
        found += fresh
        passes -= 1
    return found
