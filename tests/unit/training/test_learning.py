"""A tiny network learns a tiny lesson, on the way from documents to the product's files. Needs the extra ``train``."""

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the extra 'train' is not installed")
pytest.importorskip("onnx", reason="the extra 'train' is not installed")

import torch
from tokenizers import Tokenizer

from bot.nlp.tagger.model import DEFAULT_FOLDER
from bot.nlp.tagger.tagger import Tagger
from bot.nlp.tagger.windows import WindowLimits
from training.beliefs import load_beliefs, save_beliefs
from training.documents import Document, Gold, load_documents, save_documents
from training.examples import Sizes, make_examples
from training.export import export
from training.fit import Course, Plan, believe, fit, load_network, save_network
from training.losses import Weights, to_device
from training.network import Shape, TaggerNetwork

SHAPE = Shape(hidden=24, layers=1, heads=2, inner=48, positions=64, dropout=0.0)
LIMITS = WindowLimits(window=60, territory=50, context=10)
SIZES = Sizes(width=64, cues=4, contents=4)
NAMES = ("Quill", "Marsh", "Brook", "Stone")
PLAN = Plan(epochs=30, batch=4, rate=5e-3, head_rate=5e-3, weights=Weights(), average=0.5, dropout=0.0)


def documents() -> list[Document]:
    made = []
    for name in NAMES:
        text = f"{name} said the port was open."
        gold = Gold((0, len(name)), (len(name) + 1, len(name) + 5), ((len(name) + 6, len(text) - 1),), "statement")
        made.append(Document(name, "invented", "train", text, (gold,), ((0, len(name), "PERSON"),)))
    return made


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::torch.jit.TracerWarning")
def test_from_documents_to_a_reading(tmp_path: Path) -> None:
    torch.manual_seed(1)
    tokenizer_file = DEFAULT_FOLDER / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    save_documents(tmp_path / "documents.jsonl.xz", documents())
    read = load_documents(tmp_path / "documents.jsonl.xz")
    assert read == documents()
    batch = to_device(make_examples(read, tokenizer, LIMITS, SIZES, weak_weight=0.1), "cpu")
    network = fit(TaggerNetwork(SHAPE), [[Course(batch)]], PLAN, "cpu", tmp_path / "state")
    beliefs = believe(network, batch, "cpu")
    assert beliefs.statement is not None
    assert float(beliefs.statement[:, 0].min()) > 0.5
    save_beliefs(tmp_path / "beliefs.npz", beliefs)
    again = load_beliefs(tmp_path / "beliefs.npz", "cpu")
    assert float((again.labels.float() - beliefs.labels.float()).abs().max()) < 0.005
    save_network(network, tmp_path / "network.safetensors")
    copy = load_network(TaggerNetwork(SHAPE), tmp_path / "network.safetensors")
    export(copy, tokenizer_file, tmp_path / "model", "tiny", limits=LIMITS)
    text = "Marsh said the port was open."
    tagging = Tagger.load(tmp_path / "model").read(text)
    assert [(link.source.of(text), link.cue.of(text)) for link in tagging.links if link.source and link.cue] == [
        ("Marsh", "said")
    ]
    assert tagging.links[0].content[0].of(text) == "the port was open"
    assert [mention.span.of(text) for mention in tagging.mentions] == ["Marsh"]


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.fit.KEEP_SECONDS", -1.0)
    tokenizer = Tokenizer.from_file(str(DEFAULT_FOLDER / "tokenizer.json"))
    batch = to_device(make_examples(documents(), tokenizer, LIMITS, SIZES, weak_weight=0.1), "cpu")
    plan = Plan(epochs=4, batch=4, rate=1e-3, head_rate=1e-3, weights=Weights(), dropout=0.0)

    def train(keep: Path, stop_after: int | None = None) -> TaggerNetwork:
        torch.manual_seed(3)
        epochs = [[Course(batch)]]
        if stop_after is not None:
            from training import fit as module  # noqa: PLC0415 - patched below

            real, done = module._keep, 0

            def keep_then_stop(*values: object) -> None:
                nonlocal done
                real(*values)
                done += 1
                if done == stop_after:
                    raise KeyboardInterrupt

            with monkeypatch.context() as patched:
                patched.setattr(module, "_keep", keep_then_stop)
                with pytest.raises(KeyboardInterrupt):
                    fit(TaggerNetwork(SHAPE), epochs, plan, "cpu", keep)
        return fit(TaggerNetwork(SHAPE), epochs, plan, "cpu", keep)

    whole, resumed = train(tmp_path / "a"), train(tmp_path / "b", stop_after=2)
    for name, tensor in whole.state_dict().items():
        assert torch.allclose(tensor, resumed.state_dict()[name], atol=1e-5), name
