"""Every number of the training, in one place."""

from training.network import Shape

STUDENT = Shape()
TEACHER = Shape(
    hidden=768, layers=12, inner=3072, positions=514, types=0, relative_buckets=32, first_position=2, epsilon=1e-5
)
