"""The tagger's network in PyTorch: a small transformer encoder with heads for labels, entities, statements and links.

One encoder class serves both families of pretrained weights: BERT's (MiniLM, absolute positions and types) and MPNet's
(relative position bias as well). Weights are read under their authors' names.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from bot.nlp.tagger.decoding import ENTITY_KINDS, LABELS
from bot.nlp.tagger.linking import BUCKETS
from bot.nlp.tagger.model import VECTOR
from bot.nlp.tagger.tokens import FEATURES


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of an encoder. ``relative_buckets`` 0: none; ``first_position``: MPNet counts positions from 2."""

    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    types: int = 2
    relative_buckets: int = 0
    first_position: int = 0
    epsilon: float = 1e-12
    dropout: float = 0.1
    speakers: bool = False
    """Whether there is a head for the words that name the speaker."""


class Layer(nn.Module):  # type: ignore[misc] # torch may be absent where types are checked
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.dropout = shape.dropout
        self.query = nn.Linear(shape.hidden, shape.hidden)
        self.key = nn.Linear(shape.hidden, shape.hidden)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.output = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.inner = nn.Linear(shape.hidden, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` (batch, pieces, hidden); ``mask`` added to the attention scores, or None."""

        def split(y: Tensor) -> Tensor:
            return y.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        drop = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        mixed = mixed.transpose(1, 2).flatten(2)
        x = self.attention_norm(x + functional.dropout(self.output(mixed), drop))
        wide = functional.gelu(self.inner(x))
        normed: Tensor = self.norm(x + functional.dropout(self.outer(wide), drop))
        return normed


class Encoder(nn.Module):  # type: ignore[misc] # as above
    """Embeddings, with the words' features added before their normalisation, and the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.dropout = shape.dropout
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.types = nn.Embedding(max(shape.types, 1), shape.hidden)
        self.features = nn.Embedding(FEATURES, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.relative = nn.Embedding(shape.relative_buckets, shape.heads) if shape.relative_buckets else None
        nn.init.normal_(self.features.weight, std=0.02)
        if not shape.types:
            nn.init.zeros_(self.types.weight)

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor | None = None) -> Tensor:
        """``pieces`` and ``features`` (batch, pieces); ``present`` is True for pieces and False for padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.features(features) + self.types.weight[0]
        x = x + self.positions(places + self.shape.first_position)
        x = functional.dropout(self.norm(x), self.dropout if self.training else 0.0)
        mask = None
        if self.relative is not None:
            mask = self.relative(self._relative_buckets(places)).permute(2, 0, 1)[None]
        if present is not None:
            hidden = torch.zeros(present.shape, device=x.device).masked_fill(~present, -1e4)[:, None, None, :]
            mask = hidden if mask is None else mask + hidden
        if mask is not None and torch.is_autocast_enabled(x.device.type):
            mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def set_dropout(self, rate: float) -> None:
        """Set the dropout rate of all layers."""
        self.dropout = rate
        for layer in self.layers:
            layer.dropout = rate

    def freeze(self, layers: int) -> None:
        """Freeze the embeddings (except the features') and the lowest ``layers``; 0 frees everything."""
        self.requires_grad_(requires_grad=True)
        if layers:
            for part in (self.words, self.positions, self.types, *self.layers[:layers]):
                part.requires_grad_(requires_grad=False)

    def _relative_buckets(self, places: Tensor, farthest: int = 128) -> Tensor:
        """T5's buckets of relative position: half per side, exact when near, logarithmic farther away."""
        half = self.shape.relative_buckets // 2
        ahead = places[:, None] - places[None, :]
        side = (ahead < 0).long() * half
        distance = ahead.abs()
        exact = half // 2
        depth = torch.log(distance.clamp(min=1).float() / exact) / math.log(farthest / exact)
        far = exact + (depth * (half - exact)).long()
        return side + torch.where(distance < exact, distance, far.clamp(max=half - 1))


class TaggerNetwork(nn.Module):  # type: ignore[misc] # as above
    """The encoder with its heads. ``forward`` gives the columns of ``bot.nlp.tagger.model`` per piece."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.labels = nn.Linear(shape.hidden, len(LABELS))
        self.entities = nn.Linear(shape.hidden, 1 + 2 * len(ENTITY_KINDS))
        self.statement = nn.Linear(shape.hidden, 1)
        self.query = nn.Linear(shape.hidden, VECTOR)
        self.key = nn.Linear(shape.hidden, VECTOR)
        self.no_content = nn.Linear(VECTOR, 1)
        self.no_source = nn.Linear(VECTOR, 1)
        self.source_bias = nn.Parameter(torch.zeros(BUCKETS))
        self.content_bias = nn.Parameter(torch.zeros(BUCKETS))
        self.tells_speakers = shape.speakers
        if shape.speakers:
            self.speaker_query = nn.Linear(shape.hidden, VECTOR)
            self.speaker_key = nn.Linear(shape.hidden, VECTOR)
            self.no_speaker = nn.Linear(VECTOR, 1)
            self.speaker_bias = nn.Parameter(torch.zeros(BUCKETS))

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor | None = None) -> Tensor:
        """See the class. Queries are scaled, so that query · key is the score of a link."""
        x = self.encoder(pieces, features, present)
        scale = VECTOR**-0.5
        query, key = self.query(x), self.key(x)
        # both "alone" scores are linear in their vector, so the mean over words can be taken afterwards
        no_content = functional.linear(query, self.no_content.weight * scale, self.no_content.bias)
        no_source = functional.linear(key, self.no_source.weight * scale, self.no_source.bias)
        heads = [self.labels(x), self.entities(x), self.statement(x), no_source, no_content, query * scale, key]
        if self.tells_speakers:
            asking = self.speaker_key(x)
            no_speaker = functional.linear(asking, self.no_speaker.weight * scale, self.no_speaker.bias)
            heads += [self.speaker_query(x) * scale, asking, no_speaker]
        return torch.cat(heads, dim=-1)


_LAYER_NAMES = {
    "bert": {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "output", "attention.output.LayerNorm": "attention_norm",
        "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "norm",
    },
    "mpnet": {
        "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value",
        "attention.attn.o": "output", "attention.LayerNorm": "attention_norm",
        "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "norm",
    },
}  # fmt: skip
_EMBEDDING_NAMES = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "types",
    "embeddings.LayerNorm": "norm",
    "encoder.relative_attention_bias": "relative",
}


def load_encoder(encoder: Encoder, weights: dict[str, Tensor], prefix: str = "") -> None:
    """Read an encoder's published weights, under BERT's or MPNet's names. Raises ``ValueError`` if one is missing.

    A shallower encoder takes evenly spaced layers, including the first and the last.
    """
    family = "mpnet" if any(".attn.q." in name for name in weights) else "bert"
    own = encoder.state_dict()
    there = 1 + max(int(name.split(".layer.")[1].split(".")[0]) for name in weights if ".layer." in name)
    layers = encoder.shape.layers
    taken = [round(i * (there - 1) / max(1, layers - 1)) for i in range(layers)]
    pairs = {f"{prefix}{theirs}": ours for theirs, ours in _EMBEDDING_NAMES.items()}
    for ours_at, theirs_at in enumerate(taken):
        for theirs, ours in _LAYER_NAMES[family].items():
            pairs[f"{prefix}encoder.layer.{theirs_at}.{theirs}"] = f"layers.{ours_at}.{ours}"
    found = {
        f"{ours}.{end}": weights[f"{theirs}.{end}"].float()
        for theirs, ours in pairs.items()
        for end in ("weight", "bias")
        if f"{theirs}.{end}" in weights
    }
    missing = set(own) - set(found) - {"features.weight", "types.weight"}
    if missing:
        raise ValueError(f"the weights lack {sorted(missing)[:3]}")
    own.update(found)
    encoder.load_state_dict(own)


def load_reference(network: TaggerNetwork, weights: dict[str, Tensor]) -> None:
    """Read the weights of the reference tagger (../shared/models/reference-tagger) into a network of its shape."""
    load_encoder(network.encoder, weights, prefix="enc.")
    own = network.state_dict()
    for name in ("query", "key"):
        for end in ("weight", "bias"):
            own[f"{name}.{end}"] = weights[f"{name[0]}.{end}"].float()
    own["encoder.features.weight"] = weights["fe.weight"].float()
    for name, theirs in (("no_content", "null"), ("no_source", "null2")):
        own[f"{name}.weight"] = weights[theirs][:VECTOR].float()[None]
        own[f"{name}.bias"] = weights[theirs][VECTOR:].float()
    own["labels.weight"], own["labels.bias"] = weights["tag.weight"].float(), weights["tag.bias"].float()
    # it has no heads for entities and statements: no entities, undecided statements
    for name in ("entities", "statement"):
        own[f"{name}.weight"], own[f"{name}.bias"] = own[f"{name}.weight"] * 0, own[f"{name}.bias"] * 0
    own["entities.bias"][0] = 5.0
    own["source_bias"], own["content_bias"] = weights["bias"][1].float(), weights["bias"][3].float()
    network.load_state_dict(own)
