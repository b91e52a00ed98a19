"""The network that is trained: a small encoder with a head for tags, one for antecedents and one for relations.

At run time the encoder and its tags are an ONNX graph and the two pair heads a few matrices (`extract.reader.heads`).
"""

from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as fn

from extract.reader import pairs, tags
from extract.reader.pieces import SHAPES
from extract.training import base

WIDTH, ATTENTION, INSIDE, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
LINK, PAIR = 160, 256
DROPOUT = 0.1


def _by_head(x: Tensor) -> Tensor:
    """[windows, pieces, WIDTH] → [windows, heads, pieces, WIDTH / heads]."""
    return x.view(*x.shape[:2], ATTENTION, WIDTH // ATTENTION).transpose(1, 2)


class _Attention(torch.autograd.Function):  # type: ignore[misc, unused-ignore]
    """Attention over one whole window, which the exported graph calls by its name, for it is faster in one piece."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """[1, pieces, WIDTH] each → the same."""
        mixed: Tensor = fn.scaled_dot_product_attention(*(_by_head(x) for x in (query, key, value)))
        return mixed.transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The operator in the exported graph."""
        found = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION)
        found.setType(query.type())
        return found


class Block(nn.Module):  # type: ignore[misc, unused-ignore]
    """One layer of the encoder, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, INSIDE), nn.Linear(INSIDE, WIDTH)
        self.drop = nn.Dropout(DROPOUT)
        self.fused: nn.Linear | None = None

    def fuse(self) -> None:
        """For the export: query, key and value become one matrix, and attention one operator that knows no padding."""
        parts = (self.query, self.key, self.value)
        self.fused = nn.Linear(WIDTH, 3 * WIDTH)
        self.fused.weight.data = torch.cat([part.weight for part in parts]).detach()
        self.fused.bias.data = torch.cat([part.bias for part in parts]).detach()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[windows, pieces, WIDTH] → the same."""
        mixed = self._mixed(x, mask) if self.fused is None else _Attention.apply(*self.fused(x).split(WIDTH, -1))
        x = self.norm1(x + self.drop(self.output(mixed)))
        return self.norm2(x + self.drop(self.narrow(fn.gelu(self.wide(x)))))

    def _mixed(self, x: Tensor, mask: Tensor) -> Tensor:
        query, key, value = (_by_head(part(x)) for part in (self.query, self.key, self.value))
        mixed = fn.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        return mixed.transpose(1, 2).reshape(x.shape)


class Encoder(nn.Module):  # type: ignore[misc, unused-ignore]
    """Pieces and their shapes → hidden vectors and tag scores."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH), requires_grad=False)
        self.shapes, self.shapes_again = nn.Embedding(SHAPES, WIDTH), nn.Embedding(SHAPES, 32)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(DROPOUT)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.tags = nn.Linear(WIDTH + 32, tags.WIDTH)

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """[windows, pieces] → [windows, pieces, WIDTH], [windows, pieces, tags]."""
        mask = ((ids == 0).float() * -10000.0)[:, None, None, :]
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.drop(self.norm(self.words(ids) + self.places(places) + self.segment + self.shapes(shapes)))
        for block in self.blocks:
            x = block(x, mask)
        scores = self.tags(torch.cat([self.drop(x), self.shapes_again(shapes).to(x.dtype)], -1))
        return x, scores


class PairHead(nn.Module):  # type: ignore[misc, unused-ignore]
    """Two mention vectors, their product, what stands between them and small features → scores."""

    def __init__(self, size: int, tables: tuple[int, ...], outputs: int, between: bool) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(2 * WIDTH, size), nn.Linear(2 * WIDTH, size)
        self.from_left, self.from_right, self.from_both = (nn.Linear(size, size, bias=False) for _ in range(3))
        self.from_between = nn.Linear(WIDTH, size, bias=False) if between else None
        self.tables = nn.ModuleList(nn.Embedding(length, size) for length in tables)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(DROPOUT)
        self.outputs = nn.Linear(size, outputs)

    def forward(
        self, left: Tensor, right: Tensor, i: Tensor, j: Tensor, features: Tensor, between: Tensor | None
    ) -> Tensor:
        """Mention vectors [m, 2 * WIDTH], pairs by number → [pairs, outputs]."""
        u, v = self.left(left), self.right(right)
        hidden = self.from_left(u)[i] + self.from_right(v)[j] + self.from_both(u[i] * v[j])
        if self.from_between is not None and between is not None:
            hidden = hidden + self.from_between(between)
        for column, table in enumerate(self.tables):
            hidden = hidden + table(features[:, column])
        return self.outputs(self.drop(fn.relu(hidden)))


class Network(nn.Module):  # type: ignore[misc, unused-ignore]
    """Encoder and heads."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.links = PairHead(LINK, pairs.LINK_SIZES, 2, between=False)
        self.alone = nn.Linear(2 * WIDTH, 2)
        """For each anaphor: the score of "nobody", and whether it stands for several."""
        self.relations = PairHead(PAIR, pairs.PAIR_SIZES, len(pairs.RELATION_TYPES) + len(pairs.STATUSES), between=True)
        nn.init.constant_(self.relations.outputs.bias[: len(pairs.RELATION_TYPES)], -4.0)


def restored(state: dict[str, Tensor]) -> Network:
    """The network that a training wrote."""
    network = Network(base.layers(state, "encoder.blocks."))
    network.load_state_dict(state)
    return network


def pretrained(stored: dict[str, NDArray[Any]]) -> Network:
    """A fresh network whose encoder starts from the weights of a sentence encoder (`base.weights`)."""
    layers = base.layers(stored)
    network = Network(layers)
    embedding = "embeddings."
    state = {
        "words.weight": stored[embedding + "word_embeddings.weight"],
        "places.weight": stored[embedding + "position_embeddings.weight"],
        "segment": stored[embedding + "token_type_embeddings.weight"][0],
    }
    places = {f"{embedding}LayerNorm": "norm"}
    for layer in range(layers):
        there, here = f"encoder.layer.{layer}.", f"blocks.{layer}."
        places |= {
            there + "attention.self.query": here + "query",
            there + "attention.self.key": here + "key",
            there + "attention.self.value": here + "value",
            there + "attention.output.dense": here + "output",
            there + "attention.output.LayerNorm": here + "norm1",
            there + "intermediate.dense": here + "wide",
            there + "output.dense": here + "narrow",
            there + "output.LayerNorm": here + "norm2",
        }
    for there, here in places.items():
        for part in ("weight", "bias"):
            state[f"{here}.{part}"] = stored[f"{there}.{part}"]
    network.encoder.load_state_dict({name: torch.tensor(value) for name, value in state.items()}, strict=False)
    for frozen in (network.encoder.words.weight, network.encoder.places.weight):
        frozen.requires_grad_(False)
    return network
