"""Finds attributions in a text's layout: quotation marks, speaker labels, bylines, relays. Pure."""
