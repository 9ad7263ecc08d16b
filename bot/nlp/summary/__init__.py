"""Summarises a text by a few of its sentences, chosen by our own summarizer or one of sumy's."""
