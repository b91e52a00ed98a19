"""Network and batch → the loss of each head."""

import torch
from torch import Tensor
from torch.nn import functional as fn

from extract.reader import pairs, tags
from extract.training.batches import Batch, LinkBatch, Places, RelationBatch, Windows
from extract.training.model import Network

WEIGHTS = {"names": 3.0, "descriptions": 1.0, "links": 1.0, "members": 0.5, "relations": 1.0, "status": 0.3}
_STATUS_WEIGHTS = torch.tensor([0.6, 1.6, 1.6, 1.3, 2.0, 1.4])
"""Rare ways of telling count for more; in the order of STATUSES."""
_LOW = -1e4


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that the batch has labels for."""
    hidden, scores = encoded(network, batch.windows)
    hidden = hidden.float()
    found = _tag_losses(scores.float(), batch.windows, batch.links is not None)
    if batch.links is not None:
        found |= _link_losses(network, hidden, batch.links)
    if batch.relations is not None:
        found |= _relation_losses(network, hidden, batch.relations)
    return found


def encoded(network: Network, windows: Windows) -> tuple[Tensor, Tensor]:
    """[windows, pieces, WIDTH] and [windows, pieces, tags]; long windows and short ones apart, to pad less."""
    lengths = (windows.ids > 0).sum(1)
    order = torch.argsort(lengths, descending=True, stable=True)
    sizes = lengths[order].tolist()
    count, width = windows.ids.shape
    cost = [k * sizes[0] + (count - k) * (sizes[k] if k < count else 0) for k in range(1, count + 1)]
    first = 1 + min(range(count), key=lambda k: (cost[k], k))
    parts = []
    for rows in (order[:first], order[first:]):
        if len(rows):
            long = int(lengths[rows[0]])
            found = network.encoder(windows.ids[rows, :long], windows.shapes[rows, :long])
            parts.append([fn.pad(one, (0, 0, 0, width - long)) for one in found])
    back = torch.argsort(order)
    hidden, scores = (torch.cat(both)[back] for both in zip(*parts, strict=True))
    return hidden, scores


def vectors(hidden: Tensor, places: Places) -> Tensor:
    """[mentions, 2 * WIDTH]: the first and the last piece of each."""
    return torch.cat([hidden[places.window, places.low], hidden[places.window, places.high]], -1)


def between(hidden: Tensor, places: Places, left: Tensor, right: Tensor) -> Tensor:
    """[pairs, WIDTH]: the mean of the pieces from one mention to the other."""
    low = torch.minimum(places.high[left], places.high[right])
    high = torch.maximum(torch.maximum(places.low[left], places.low[right]), low)
    sums = fn.pad(hidden.cumsum(1), (0, 0, 1, 0))
    window = places.window[left]
    return (sums[window, high + 1] - sums[window, low]) / (high + 1 - low)[:, None]


def _tag_losses(scores: Tensor, windows: Windows, whole: bool) -> dict[str, Tensor]:
    """Minus the log of the probability of all labels that the annotation lets through, per word."""
    scores, target = scores[windows.counts], windows.target[windows.counts]
    found: dict[str, Tensor] = {}
    for layer in (tags.NAMES, tags.OUTER, tags.INNER, tags.PRONOUNS) if whole else (tags.NAMES,):
        part, let = scores[:, layer.low : layer.high], target[:, layer.low : layer.high]
        loss = (part.logsumexp(-1) - part.masked_fill(~let, _LOW).logsumexp(-1)).mean()
        name = "names" if layer is tags.NAMES else "descriptions"
        found[name] = found[name] + loss if name in found else loss
    return found


def _link_losses(network: Network, hidden: Tensor, links: LinkBatch) -> dict[str, Tensor]:
    """Choosing one of the right candidates (or nobody), and telling the members of a group."""
    mentions = vectors(hidden, links.places)
    scores = network.links(mentions, mentions, links.left, links.right, links.features, None).float()
    alone = network.alone(mentions[links.anaphor]).float()
    missing = links.slot < 0
    slot = links.slot.clamp(min=0)
    choose = scores[:, 0][slot].masked_fill(missing, _LOW)
    gold = links.gold[slot] & ~missing
    nobody = ~gold.any(1, keepdim=True)
    everything = torch.cat([choose, alone[:, :1]], 1)
    right = everything.masked_fill(~torch.cat([gold, nobody], 1), _LOW)
    singular = ~links.plural
    chosen = (everything.logsumexp(1) - right.logsumexp(1))[singular].sum() / max(1, int(singular.sum()))
    weight = torch.where(links.plural[:, None], 2.0, 0.2) * (~missing)
    single = fn.binary_cross_entropy_with_logits(scores[:, 1][slot], gold.float(), reduction="none")
    members = (single * weight).sum() / len(links.anaphor)
    plural = fn.binary_cross_entropy_with_logits(alone[:, 1], links.plural.float())
    return {"links": chosen, "members": 0.5 * members + plural}


def _relation_losses(network: Network, hidden: Tensor, relations: RelationBatch) -> dict[str, Tensor]:
    """Every relation on its own; how it is told, where one holds."""
    mentions = vectors(hidden, relations.places)
    middle = between(hidden, relations.places, relations.left, relations.right)
    scores = network.relations(mentions, mentions, relations.left, relations.right, relations.features, middle).float()
    kinds = len(pairs.RELATION_TYPES)
    single = fn.binary_cross_entropy_with_logits(scores[:, :kinds], relations.gold, reduction="none")
    weight = relations.weight * (1 + 1.5 * relations.gold)
    found = {"relations": (single * weight).sum() / 100.0}
    told = relations.status >= 0
    if bool(told.any()):
        wrong = fn.cross_entropy(scores[told][:, kinds:], relations.status[told], reduction="none")
        found["status"] = (wrong * _STATUS_WEIGHTS[relations.status[told]]).mean()
    return found
