"""Invented articles, answers and cards for pictures (:mod:`benchmarks.cards_png`)."""
