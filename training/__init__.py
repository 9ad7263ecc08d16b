"""The training of the released tagger: preparation, teachers, distillation, calibration, export and evaluation.

Needs the extra ``train``. Nothing here runs in the product. See bot/models/README.md for the commands in order.
"""
