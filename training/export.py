"""Exports a trained network as the product's files: ONNX with int8 weights, tokenizer, model.json.

python -m training.export --from work/student.safetensors --to bot/models --version tagger-1
"""

import argparse
import json
import tempfile
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from bot.nlp.tagger.model import ScoreBiases
from bot.nlp.tagger.windows import WindowLimits
from training.network import Shape, TaggerNetwork, load_reference
from training.reading import load_tokenizer
from training.settings import EAGERNESS, LEANINGS, LIMITS, PLAIN_SCORE, PLAIN_STATEMENT, READING, STUDENT

NO_LEANINGS = ScoreBiases()
PLAIN_CALIBRATION = {"score": list(PLAIN_SCORE), "statement": list(PLAIN_STATEMENT)}


def export(
    network: TaggerNetwork,
    tokenizer: Path,
    folder: Path,
    version: str,
    *,
    limits: WindowLimits = LIMITS,
    eagerness: float = 0.0,
    leanings: ScoreBiases = NO_LEANINGS,
    calibration: dict[str, list[float]] | None = None,
) -> None:
    """Write ``tagger.onnx``, ``tokenizer.json`` and ``model.json`` to ``folder``.

    ``eagerness`` is subtracted from the score of "no label": higher values find more, and more errors.
    """
    folder.mkdir(parents=True, exist_ok=True)
    save_onnx(network, folder / "tagger.onnx", eagerness=eagerness)
    plain = load_tokenizer(tokenizer)
    plain.save(str(folder / "tokenizer.json"), pretty=False)
    card: dict[str, Any] = {
        "version": version,
        "sha256": {
            name: sha256((folder / name).read_bytes()).hexdigest() for name in ("tagger.onnx", "tokenizer.json")
        },
        "limits": asdict(limits),
        "leanings": asdict(leanings),
        "source_bias": [round(x, 5) for x in network.source_bias.tolist()],
        "content_bias": [round(x, 5) for x in network.content_bias.tolist()],
        "calibration": calibration or PLAIN_CALIBRATION,
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def save_onnx(network: TaggerNetwork, path: Path, *, eagerness: float = 0.0, int8: bool = True) -> None:
    """Export the network for one window per run, of any width; weights in int8, activations quantised dynamically."""
    network = network.eval().float()
    with torch.no_grad():
        network.labels.bias[0] -= eagerness
    example = torch.zeros(1, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network,
            (example, example),
            str(full),
            input_names=["pieces", "features"],
            output_names=["numbers"],
            dynamic_axes={"pieces": {1: "width"}, "features": {1: "width"}, "numbers": {1: "width"}},
            opset_version=17,
            dynamo=False,
        )
        if int8:
            quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
        else:
            onnx.save(onnx.load(full), path)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="weights", type=Path, required=True, help="ours, or the reference tagger's")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("bot/models"))
    parser.add_argument("--version", required=True)
    parser.add_argument("--layers", type=int, default=STUDENT.layers)
    parser.add_argument("--calibration", type=Path, help="the .json that training.calibrate wrote")
    options = parser.parse_args()
    weights = load_file(options.weights)
    if "fe.weight" in weights:
        network = TaggerNetwork(Shape())
        load_reference(network, weights)
    else:
        network = TaggerNetwork(Shape(layers=options.layers))
        network.load_state_dict({name: tensor.float() for name, tensor in weights.items()})
    calibration = json.loads(options.calibration.read_text(encoding="utf-8")) if options.calibration else None
    export(
        network,
        options.tokenizer,
        options.to,
        options.version,
        limits=READING,
        eagerness=0.0 if "fe.weight" in weights else EAGERNESS,
        leanings=NO_LEANINGS if "fe.weight" in weights else LEANINGS,
        calibration=calibration,
    )


if __name__ == "__main__":
    main()
