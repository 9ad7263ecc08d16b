"""Averages the weights of networks that were tuned in sequence, because the mean forgets less than the last one.

    python -m training.blend work/first.safetensors=0.6 work/second.safetensors=0.4 --to work/blend.safetensors

The method is from Wortsman et al. 2022, "Robust fine-tuning of zero-shot models" and "Model soups". Heads that the
reference tagger lacks come only from the others.
"""

import argparse
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from training.fit import load_network, save_network
from training.network import TaggerNetwork, load_reference
from training.settings import STUDENT

_OWN_HEADS = ("statement.", "entities.")


def blend(parts: list[tuple[Path, float]]) -> TaggerNetwork:
    """The weighted mean of the networks in ``parts`` (file, weight). Raises ``ValueError`` if none has all heads."""
    total: dict[str, Tensor] = {}
    sums: dict[str, float] = {}
    for path, weight in parts:
        weights, network = load_file(path), TaggerNetwork(STUDENT)
        reference = "fe.weight" in weights
        if reference:
            load_reference(network, weights)
        else:
            load_network(network, path)
        for name, tensor in network.state_dict().items():
            if reference and name.startswith(_OWN_HEADS):
                continue
            total[name] = total.get(name, 0) + weight * tensor
            sums[name] = sums.get(name, 0.0) + weight
    mixed = TaggerNetwork(STUDENT)
    if missing := set(mixed.state_dict()) - set(total):
        raise ValueError(f"no part has {min(missing)}")
    mixed.load_state_dict({name: tensor / sums[name] for name, tensor in total.items()})
    return mixed


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", help="FILE=WEIGHT")
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    pairs = [part.rsplit("=", 1) for part in options.parts]
    save_network(blend([(Path(file), float(weight)) for file, weight in pairs]), options.to)


if __name__ == "__main__":
    main()
