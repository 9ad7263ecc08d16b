"""Every number of the training, in one place."""

from bot.nlp.tagger.model import ScoreBiases
from bot.nlp.tagger.windows import WindowLimits
from training.examples import Sizes
from training.fit import Plan
from training.losses import Weights
from training.network import Shape

OWN_DEV = ("batch3",)
"""The annotation files (training/annotations) whose texts only measure."""
INVENTED_DEV = ("held_out", "talks_held_out", "posts_held_out")
"""The files of invented texts (training/samples) that only measure."""
INVENTED_DEV_SHARE = 0.25
"""The last part of each other file of invented texts only measures, too."""

STUDENT = Shape()
TEACHER = Shape(
    hidden=768, layers=12, inner=3072, positions=514, types=0, relative_buckets=32, first_position=2, epsilon=1e-5
)

LIMITS = WindowLimits()
"""Windows as training reads them."""
READING = WindowLimits(context=48)
"""As the released model reads: context beyond 48 pieces a side cost time and gained nothing on dev."""
LEANINGS = ScoreBiases(source=1.0, no_source=-4.0)
"""Chosen on both dev sets, over five ways to cut windows; what they gain is in the model card."""
EAGERNESS = 0.5
"""Taken off the score of "no label" when the model is released; chosen on both dev sets."""
CUTS = (LIMITS, WindowLimits(territory=340), WindowLimits(territory=250))
"""Three ways to cut the articles: an epoch uses one, the next epoch the next."""
SIZES = Sizes()

WEAK_STATEMENT = 0.15
"""Weight of a reporting verb in PolNeAR as a sign that an attribution is a statement."""
TAUGHT_STATEMENT = 0.5
"""Weight of the teachers' belief that it is."""

FOLDS = 3
"""Teachers; each is trained without one fold of the annotated articles and then labels that fold."""
OWN_REPEAT = 3
"""How often an epoch goes through our own annotations, which are few."""

TEACHING = Plan(epochs=9, batch=16, rate=5e-5, head_rate=5e-4, weights=Weights(), average=0.995)
LEARNING = Plan(epochs=24, batch=16, rate=2e-4, head_rate=1e-3, weights=Weights(soft=0.6))
"""A student of the teachers, from an encoder's published weights, on a GPU."""
FIRST_TUNING = Plan(
    epochs=8, batch=8, rate=6e-5, head_rate=6e-4, weights=Weights(soft=0.5, statement=0.5), average=0.995, frozen=2,
    dropout=0.0,
)  # fmt: skip
"""From the reference tagger's weights, with the soft labels of the shared folder: what a CPU does in an hour."""
SECOND_TUNING = Plan(
    epochs=4, batch=8, rate=5e-5, head_rate=3e-4, weights=Weights(soft=0.5, statement=0.5), average=0.995, frozen=2,
    dropout=0.0, seed=2,
)  # fmt: skip
"""After the first, with more of PolNeAR, whose attitudes the first forgot a little."""
THIRD_TUNING = Plan(
    epochs=8, batch=8, rate=6e-5, head_rate=3e-4, weights=Weights(soft=0.5, statement=0.5), average=0.998, dropout=0.0,
    seed=3,
)  # fmt: skip
"""From the first release, with twice the annotations and every layer free: an hour on two quiet cores."""
TUNINGS: tuple[tuple[Plan, dict[str, float]], ...] = (
    (FIRST_TUNING, {"news": 0.15, "own": 1.0, "unlabelled": 0.15}),
    (SECOND_TUNING, {"news": 0.4, "own": 0.6, "unlabelled": 0.1}),
    (THIRD_TUNING, {"news": 0.55, "own": 1.5, "unlabelled": 0.15}),
)
"""Each with the passes through the parts of the data in one of its epochs."""

ENTITY_TEXTS = 100
"""Articles of PolNeAR, and a third of the diplomatic ones, that the head for entities is fitted anew on."""

RIDGES = (0.003, 0.01, 0.03, 0.1, 0.3)
"""Of the head for statements when it is fitted by itself; one is chosen by cross-validation."""

PLAIN_SCORE = (0.0, 0.2, 0.2, 0.2, 0.2, 0.2)
PLAIN_STATEMENT = (0.0, 1.0)
"""Calibration before there is one."""
