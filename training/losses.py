"""The training losses: labels, links, entities and statements, from annotations and from teachers."""

from dataclasses import dataclass, fields

import torch
from torch import Tensor
from torch.nn import functional

from bot.nlp.tagger.linking import BUCKETS, EDGES
from bot.nlp.tagger.model import SLICES, SPEAKER_COLUMNS
from training.examples import IGNORED, NAMED, NOT_TOLD, Examples
from training.network import TaggerNetwork

_FAR = -1e4


@dataclass(frozen=True, slots=True)
class Beliefs:
    """A network's probabilities for the windows of a set of examples, for their marked cues and contents.

    ``labels`` (n, w, 7); ``sources`` (n, c, w + 1): each piece as the source, last of none; ``contents`` (n, m, c + 1):
    each cue, last of none; ``statement`` (n, c); ``entities`` (n, w, k). All but the labels may be missing (None), and
    labels that sum to 0 are unknown.
    """

    labels: Tensor
    sources: Tensor | None = None
    contents: Tensor | None = None
    statement: Tensor | None = None
    entities: Tensor | None = None

    def take(self, rows: Tensor) -> "Beliefs":
        """The beliefs of these rows."""
        mine = (getattr(self, f.name) for f in fields(self))
        return Beliefs(*(None if tensor is None else tensor[rows] for tensor in mine))


@dataclass(frozen=True, slots=True)
class Batch:
    """The arrays of ``Examples`` as tensors on the device, cut to the widest window and the most cues present."""

    pieces: Tensor
    features: Tensor
    labels: Tensor
    entities: Tensor
    place: Tensor
    cues: Tensor
    sources: Tensor
    contents: Tensor
    source_state: Tensor
    statement: Tensor
    statement_weight: Tensor
    cue_of: Tensor
    askers: Tensor
    speakers: Tensor
    speaker_state: Tensor

    @property
    def present(self) -> Tensor:
        """True for pieces, False for padding."""
        return self.pieces != 0

    def take(self, rows: Tensor) -> "Batch":
        """These rows."""
        return Batch(*(getattr(self, f.name)[rows] for f in fields(self)))


def to_device(examples: Examples, device: str) -> Batch:
    """Move a whole set to the device, once."""
    return Batch(*(torch.from_numpy(getattr(examples, f.name)).to(device) for f in fields(Batch)))


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's raw scores, as log odds: see ``Beliefs`` for the shapes."""

    labels: Tensor
    sources: Tensor
    contents: Tensor
    statement: Tensor
    entities: Tensor
    speakers: Tensor | None

    def beliefs(self) -> Beliefs:
        """The probabilities, in half precision, for storage."""
        return Beliefs(
            self.labels.softmax(-1).half(),
            self.sources.softmax(-1).half(),
            self.contents.softmax(-1).half(),
            self.statement.sigmoid().half(),
            self.entities.softmax(-1).half(),
        )


def score(network: TaggerNetwork, batch: Batch) -> Scores:
    """Run the network on a batch, with links for its marked cues and contents."""
    numbers = network(batch.pieces.long(), batch.features.long(), batch.present).float()
    part = {name: numbers[..., columns] for name, columns in SLICES.items()}
    in_content = batch.contents.float()
    of_cue, raw, buckets = _asked(batch, batch.cues, part["query"], part["key"])
    word = (batch.place > 0)[:, None, :]
    to_source = (raw + network.source_bias[buckets]).masked_fill(~word, _FAR)
    sources = torch.cat([to_source, of_cue @ part["no_source"]], dim=-1)
    of_content = in_content / in_content.sum(-1, keepdim=True).clamp(min=1)
    to_cue = of_content @ (raw + network.content_bias[buckets]).transpose(1, 2)  # (b, m, c)
    to_cue = to_cue.masked_fill(~batch.cues.any(-1)[:, None, :], _FAR)
    contents = torch.cat([to_cue, of_content @ part["no_content"]], dim=-1)
    statement = (of_cue @ part["statement"])[..., 0]
    speakers = None
    if network.tells_speakers:
        query, key, none = (numbers[..., SLICES[name]] for name in SPEAKER_COLUMNS)
        of_asker, raw, buckets = _asked(batch, batch.askers, query, key)
        named = (raw + network.speaker_bias[buckets]).masked_fill(~word, _FAR)
        speakers = torch.cat([named, of_asker @ none], dim=-1)
    return Scores(part["labels"], sources, contents, statement, part["entities"], speakers)


def _asked(batch: Batch, runs: Tensor, query: Tensor, key: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """For runs of words (cues): their mean over pieces, and for each run and piece the product and the distance."""
    size = runs.float().sum(-1, keepdim=True).clamp(min=1)
    of_run = runs.float() / size
    raw = (of_run @ key) @ query.transpose(1, 2)  # (b, c, w)
    first = (batch.place[:, None, :].masked_fill(~runs, 9999)).amin(-1)  # (b, c)
    return of_run, raw, _buckets(batch.place[:, None, :].int() - first[:, :, None].int())


def _buckets(distance: Tensor) -> Tensor:
    """As ``bot.nlp.tagger.linking.distance_buckets``."""
    edges = torch.as_tensor(EDGES, device=distance.device)
    step = torch.bucketize(distance.abs(), edges, right=True)
    half = BUCKETS // 2
    return torch.where(distance >= 0, half + step, half - 1 - step)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each task, and the teachers' share of labels and links."""

    labels: float = 1.0
    sources: float = 0.25
    contents: float = 0.25
    statement: float = 0.1
    entities: float = 0.1
    soft: float = 0.0
    speakers: float = 0.25


def loss(scores: Scores, batch: Batch, weights: Weights, taught: Beliefs | None = None) -> Tensor:
    """The weighted sum of the tasks' losses over a batch, against annotations and any teachers' probabilities."""
    share = weights.soft if taught is not None else 0.0
    hard = (
        weights.labels * _classes(scores.labels, batch.labels)
        + weights.sources * _named(scores.sources, batch.sources, batch.source_state)
        + weights.contents * _contents(scores.contents, batch)
    )
    if scores.speakers is not None:
        hard = hard + weights.speakers * _named(scores.speakers, batch.speakers, batch.speaker_state)
    total = (1 - share) * hard + weights.entities * _classes(scores.entities, batch.entities)
    told = (batch.statement >= 0).float() * batch.statement_weight
    statement = functional.binary_cross_entropy_with_logits(
        scores.statement, batch.statement.clamp(min=0), reduction="none"
    )
    total = total + weights.statement * (statement * told).sum() / told.sum().clamp(min=1)
    if taught is None:
        return total
    word = ((batch.place > 0) & (taught.labels.sum(-1) > 0.5)).float()
    total = total + share * weights.labels * _against(scores.labels, taught.labels, word)
    if taught.sources is not None and taught.contents is not None:
        cue = batch.cues.any(-1).float() * (batch.source_state != NOT_TOLD)
        content = ((batch.cue_of != IGNORED) & batch.contents.any(-1)).float()
        total = total + share * weights.sources * _against(scores.sources, taught.sources, cue)
        total = total + share * weights.contents * _against(scores.contents, taught.contents, content)
    else:  # links are learned from annotations only
        total = total + share * weights.sources * _named(scores.sources, batch.sources, batch.source_state)
        total = total + share * weights.contents * _contents(scores.contents, batch)
    return total


def _classes(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy over the words with a target; 0 if none has."""
    count = (targets != IGNORED).sum().clamp(min=1)
    flat = functional.cross_entropy(
        scores.flatten(0, 1), targets.flatten().long(), ignore_index=IGNORED, reduction="sum"
    )
    return flat / count


def _against(scores: Tensor, taught: Tensor, told: Tensor) -> Tensor:
    """Cross-entropy against distributions, averaged over the rows that ``told`` marks."""
    each = -(taught.float() * scores.log_softmax(-1)).sum(-1)
    return (each * told).sum() / told.sum().clamp(min=1)


def _named(scores: Tensor, marked: Tensor, state: Tensor) -> Tensor:
    """The negative logarithm of the probability of the marked words, or of none; averaged over cues."""
    named = state == NAMED
    right = torch.cat([marked & named[..., None], ~named[..., None]], dim=-1)
    told = (state != NOT_TOLD).float()
    each = -scores.log_softmax(-1).masked_fill(~right, -1e9).logsumexp(-1)
    return (each * told).sum() / told.sum().clamp(min=1)


def _contents(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each content's cue; a cue outside the window is none."""
    none = scores.shape[-1] - 1
    target = batch.cue_of.long()
    target = torch.where(target == -1, none, target)
    return _classes(scores, target)
