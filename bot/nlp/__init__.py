"""Turns a text into an analysis (sentences, summary, who said what). Pure and CPU-bound; runs in worker processes."""
