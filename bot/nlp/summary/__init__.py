"""Summaries: a few whole sentences of the text, chosen by our own summarizer or one of sumy's."""

from bot.nlp.summary.summarise import METHODS, summarise

__all__ = ["METHODS", "summarise"]
