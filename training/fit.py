"""The training loop for teachers and students."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from training.losses import Batch, Beliefs, Weights, loss, score
from training.network import TaggerNetwork

KEEP_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Duration and rates. Rates are AdamW's, for the encoder and for the heads; ``average``: of the weights (EMA).

    ``frozen``: the number of lowest layers that are not trained, with the embeddings; 0: everything is trained.
    """

    epochs: int
    batch: int
    rate: float
    head_rate: float
    weights: Weights
    warmup: float = 0.06
    decay: float = 0.01
    average: float = 0.998
    clip: float = 1.0
    frozen: int = 0
    dropout: float = 0.1
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Course:
    """A set of windows, the number of passes per epoch (a part of it, below 1), and the teachers' probabilities."""

    batch: Batch
    times: float = 1.0
    taught: Beliefs | None = None

    def __len__(self) -> int:
        return len(self.batch.pieces)


def fit(network: TaggerNetwork, epochs: list[list[Course]], plan: Plan, device: str, keep: Path) -> TaggerNetwork:
    """Train ``network`` and return it with averaged weights. Epoch e uses ``epochs[e % len(epochs)]``.

    The state is saved in ``keep`` every ``KEEP_SECONDS``, between epochs; an interrupted run resumes from there.
    """
    torch.manual_seed(plan.seed)
    network.to(device).train()
    network.encoder.set_dropout(plan.dropout)
    network.encoder.freeze(plan.frozen)
    learning = {name: p for name, p in network.named_parameters() if p.requires_grad}
    groups = [
        {"params": [p for name, p in learning.items() if name.startswith("encoder.")], "lr": plan.rate},
        {"params": [p for name, p in learning.items() if not name.startswith("encoder.")], "lr": plan.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay, fused=True)
    total = sum(sum(1 for _ in _batches(epochs[e % len(epochs)], plan, e)) for e in range(plan.epochs))
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total, plan.warmup))
    averaged = {name: p.detach().clone() for name, p in learning.items()}
    begin = _resume(keep, network, optimizer, scheduler, averaged)
    kept = time.perf_counter()
    for epoch in range(begin, plan.epochs):
        began, losses = time.perf_counter(), []
        for course, rows in _batches(epochs[epoch % len(epochs)], plan, epoch):
            batch = _trimmed(course.batch.take(rows))
            taught = course.taught.take(rows) if course.taught is not None else None
            if taught is not None:
                taught = _fitting(taught, batch)
            with torch.autocast(device, dtype=torch.bfloat16):
                total_loss = loss(score(network, batch), batch, plan.weights, taught)
            optimizer.zero_grad(set_to_none=True)
            total_loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
            optimizer.step()
            scheduler.step()
            with torch.no_grad():
                torch._foreach_lerp_(
                    list(averaged.values()), list(learning.values()), 1 - plan.average
                )  # no public method is as fast
            losses.append(total_loss.detach())
            if len(losses) % 50 == 0:
                recent = float(torch.stack(losses[-50:]).mean())
                print(f"  {len(losses)} steps, loss {recent:.4f}, {time.perf_counter() - began:.0f} s", flush=True)
        mean = float(torch.stack(losses).mean())
        print(f"epoch {epoch + 1}/{plan.epochs}: loss {mean:.4f}, {time.perf_counter() - began:.1f} s", flush=True)
        if time.perf_counter() - kept > KEEP_SECONDS:
            _keep(keep, network, optimizer, scheduler, averaged, epoch + 1)
            kept = time.perf_counter()
    with torch.no_grad():
        for name, parameter in learning.items():
            parameter.copy_(averaged[name])
    keep.unlink(missing_ok=True)
    network.eval()
    return network


def believe(network: TaggerNetwork, batch: Batch, device: str, size: int = 64) -> Beliefs:
    """The probabilities of ``network`` for all windows of a set."""
    network.to(device).eval()
    parts = []
    for rows in torch.arange(len(batch.pieces), device=batch.pieces.device).split(size):
        with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
            parts.append(score(network, batch.take(rows)).beliefs())
    names = ("labels", "sources", "contents", "statement", "entities")
    return Beliefs(*(torch.cat([getattr(part, name) for part in parts]) for name in names))


def mean_beliefs(several: list[Beliefs]) -> Beliefs:
    """The mean of several networks' probabilities for the same windows."""
    names = ("labels", "sources", "contents", "statement", "entities")
    return Beliefs(*(torch.stack([getattr(one, name).float() for one in several]).mean(0).half() for name in names))


def save_network(network: TaggerNetwork, path: Path) -> None:
    """In half precision, as safetensors."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.detach().half().cpu().contiguous() for name, tensor in network.state_dict().items()}, path)


def load_network(network: TaggerNetwork, path: Path) -> TaggerNetwork:
    """Read the output of ``save_network`` into a network of the same shape."""
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(path).items()})
    return network


def _rate(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then cosine decay to zero."""
    rise = max(1, round(total * warmup))
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rise) / max(1, total - rise))))


def _batches(courses: list[Course], plan: Plan, epoch: int) -> Iterator[tuple[Course, torch.Tensor]]:
    """The epoch's batches in random order, each from one course."""
    dice = torch.Generator().manual_seed(1000 * plan.seed + epoch)
    plans = []
    for course in courses:
        rows = _drawn(course, plan.seed, epoch)
        plans += [(course, part) for part in rows.split(plan.batch)]
    for at in torch.randperm(len(plans), generator=dice).tolist():
        course, rows = plans[at]
        yield course, rows.to(course.batch.pieces.device)


def _drawn(course: Course, seed: int, epoch: int) -> torch.Tensor:
    """The windows of an epoch: the next ones of an endless series of shuffled passes through the set."""
    begin, end = round(epoch * course.times * len(course)), round((epoch + 1) * course.times * len(course))
    passes = range(begin // len(course), -(-end // len(course)))
    row = torch.cat([torch.randperm(len(course), generator=torch.Generator().manual_seed(seed + p)) for p in passes])
    skipped = passes.start * len(course)
    return row[begin - skipped : end - skipped]


def _trimmed(batch: Batch) -> Batch:
    """Without the columns that are padding in every row, in steps of 64 pieces and 8 runs."""
    width = min(batch.pieces.shape[1], -(-int(batch.present.sum(1).max()) // 64) * 64)
    cues = min(batch.cues.shape[1], -(-max(1, int(batch.cues.any(-1).sum(1).max())) // 8) * 8)
    contents = min(batch.contents.shape[1], -(-max(1, int(batch.contents.any(-1).sum(1).max())) // 8) * 8)
    asked = min(batch.askers.shape[1], -(-max(1, int(batch.askers.any(-1).sum(1).max())) // 8) * 8)
    return Batch(
        pieces=batch.pieces[:, :width],
        features=batch.features[:, :width],
        labels=batch.labels[:, :width],
        entities=batch.entities[:, :width],
        place=batch.place[:, :width],
        cues=batch.cues[:, :cues, :width],
        sources=batch.sources[:, :cues, :width],
        contents=batch.contents[:, :contents, :width],
        source_state=batch.source_state[:, :cues],
        statement=batch.statement[:, :cues],
        statement_weight=batch.statement_weight[:, :cues],
        cue_of=batch.cue_of[:, :contents],
        askers=batch.askers[:, :asked, :width],
        speakers=batch.speakers[:, :asked, :width],
        speaker_state=batch.speaker_state[:, :asked],
    )


def _fitting(taught: Beliefs, batch: Batch) -> Beliefs:
    """Probabilities cut as ``_trimmed`` cut their batch; the last column (none) stays the last."""
    width, cues, contents = batch.pieces.shape[1], batch.cues.shape[1], batch.contents.shape[1]
    if taught.sources is None or taught.contents is None:
        return Beliefs(taught.labels[:, :width])
    sources = torch.cat([taught.sources[:, :cues, :width], taught.sources[:, :cues, -1:]], dim=-1)
    to_cues = torch.cat([taught.contents[:, :contents, :cues], taught.contents[:, :contents, -1:]], dim=-1)
    return Beliefs(taught.labels[:, :width], sources, to_cues)


def _keep(path, network, optimizer, scheduler, averaged, done) -> None:  # type: ignore[no-untyped-def] # torch's own types
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "averaged": averaged,
        "done": done,
    }
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _resume(path, network, optimizer, scheduler, averaged) -> int:  # type: ignore[no-untyped-def] # torch's own types
    """Load a saved state; return the number of finished epochs."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    averaged.update(state["averaged"])
    return int(state["done"])
