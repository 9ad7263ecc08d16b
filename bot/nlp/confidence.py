"""How sure an attribution is: the probability that its words and its speaker are both right, calibrated.

A logistic function of what the parts believe, fitted on annotated articles by ``training/confidence.py``; the curve of
what a threshold keeps and costs is in docs/reading.md.
"""

from math import exp, log

WEIGHTS = {"constant": -0.847, "link": 0.929, "statement": 0.257, "speaker": 0.345, "nobody": -1.757}
"""Of the logits of the tagger's link and statement, of the resolver's belief, and of having no speaker at all."""
FLOOR = 0.15
"""What is less probable than this is left out altogether; on dev that costs nothing and keeps PolNeAR's recall."""
_EDGE = 0.005


def estimate_confidence(link: float, statement: float, speaker: float | None) -> float:
    """The probability, 0 to 1, from three others; ``speaker`` is None where nobody could be named."""
    total = WEIGHTS["constant"] + WEIGHTS["link"] * logit(link) + WEIGHTS["statement"] * logit(statement)
    total += WEIGHTS["nobody"] if speaker is None else WEIGHTS["speaker"] * logit(speaker)
    return 1.0 / (1.0 + exp(-total))


def logit(probability: float) -> float:
    """Natural log odds, of a probability kept off 0 and 1."""
    kept = min(1.0 - _EDGE, max(_EDGE, probability))
    return log(kept / (1.0 - kept))
