"""All numbers of the training."""

from bot.nlp.tagger.model import ScoreBiases
from bot.nlp.tagger.windows import WindowLimits
from training.examples import Sizes
from training.fit import Plan
from training.losses import Weights
from training.network import Shape

OWN_DEV = ("batch3",)
"""Annotation files (training/annotations) that are used for evaluation only."""
INVENTED_DEV = ("held_out", "talks_held_out", "posts_held_out")
"""Files of invented texts (training/samples) that are used for evaluation only."""
INVENTED_DEV_SHARE = 0.25
"""The last part of each other file of invented texts is used for evaluation only."""

STUDENT = Shape()
TEACHER = Shape(
    hidden=768, layers=12, inner=3072, positions=514, types=0, relative_buckets=32, first_position=2, epsilon=1e-5
)

LIMITS = WindowLimits()
"""Windows during training."""
READING = WindowLimits(context=48)
"""Windows of the released model: more context than 48 pieces per side cost time and gained nothing on dev."""
LEANINGS = ScoreBiases(source=1.0, no_source=-4.0)
"""Chosen on both dev sets, over five ways to cut windows; their gain is in the model card."""
EAGERNESS = 0.5
"""Subtracted from the score of "no label" at release; chosen on both dev sets."""
CUTS = (LIMITS, WindowLimits(territory=340), WindowLimits(territory=250))
"""Three ways to cut the articles into windows; epochs take turns."""
SIZES = Sizes()

WEAK_STATEMENT = 0.15
"""Weight of a reporting verb in PolNeAR as a sign of a statement."""
TAUGHT_STATEMENT = 0.5
"""Weight of the teachers' probability of a statement."""

FOLDS = 3
"""The number of teachers; each is trained without one fold of the annotated articles, and labels that fold."""
OWN_REPEAT = 3
"""Passes through our own annotations per epoch, because they are few."""

TEACHING = Plan(epochs=9, batch=16, rate=5e-5, head_rate=5e-4, weights=Weights(), average=0.995)
LEARNING = Plan(epochs=24, batch=16, rate=2e-4, head_rate=1e-3, weights=Weights(soft=0.6))
"""A student of the teachers, from an encoder's published weights, on a GPU."""
FIRST_TUNING = Plan(
    epochs=8, batch=8, rate=6e-5, head_rate=6e-4, weights=Weights(soft=0.5, statement=0.5), average=0.995, frozen=2,
    dropout=0.0,
)  # fmt: skip
"""From the reference tagger's weights, with the soft labels of the shared folder: an hour on a CPU."""
SECOND_TUNING = Plan(
    epochs=4, batch=8, rate=5e-5, head_rate=3e-4, weights=Weights(soft=0.5, statement=0.5), average=0.995, frozen=2,
    dropout=0.0, seed=2,
)  # fmt: skip
"""After the first, with more of PolNeAR, whose attitudes the first forgot a little."""
THIRD_TUNING = Plan(
    epochs=8, batch=8, rate=6e-5, head_rate=3e-4, weights=Weights(soft=0.5, statement=0.5), average=0.998, dropout=0.0,
    seed=3,
)  # fmt: skip
"""From the first release, with twice the annotations and all layers trained: an hour on two quiet cores."""
TUNINGS: tuple[tuple[Plan, dict[str, float]], ...] = (
    (FIRST_TUNING, {"news": 0.15, "own": 1.0, "unlabelled": 0.15}),
    (SECOND_TUNING, {"news": 0.4, "own": 0.6, "unlabelled": 0.1}),
    (THIRD_TUNING, {"news": 0.55, "own": 1.5, "unlabelled": 0.15}),
)
"""Each with its passes through the parts of the data per epoch."""

ENTITY_TEXTS = 100
"""Articles of PolNeAR, and a third of the diplomatic ones, for fitting the entity head again."""

RIDGES = (0.003, 0.01, 0.03, 0.1, 0.3)
"""Candidates for fitting the statement head alone; one is chosen by cross-validation."""

PLAIN_SCORE = (0.0, 0.2, 0.2, 0.2, 0.2, 0.2)
PLAIN_STATEMENT = (0.0, 1.0)
"""The calibration before one is fitted."""

MULTILINGUAL_SHAPE = Shape(layers=12, speakers=True)
"""The vocabulary is the shared folder's: ``rows.npy`` there."""
MULTILINGUAL = Plan(
    epochs=5, batch=8, rate=1e-4, head_rate=6e-4, weights=Weights(statement=0.25), average=0.99, frozen=3, dropout=0.1,
    seed=4,
)  # fmt: skip
"""From the shared floor, which was trained on English alone."""
MULTILINGUAL_PASSES = {"ar": 0.7, "es": 1.3, "fr": 0.9, "ru": 0.9, "zh": 0.9, "own": 0.12}
"""Passes through each part of the data per epoch; up to multilingual-7, 1 for all languages and .25 for our own."""
MULTILINGUAL_CUTS = (READING,)
