"""Summarises a text by a few of its sentences, chosen by our own summarizer or one of sumy's."""

from bot.nlp.summary.summarise import METHODS, summarise

__all__ = ["METHODS", "summarise"]
