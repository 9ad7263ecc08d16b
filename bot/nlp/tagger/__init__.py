"""The tagger of attributions: from a text to spans of sources, cues and contents, linked, with probabilities.

The way of the data: ``words`` cuts the text into pre-tokens, ``windows`` plans what the network sees at once, ``model``
runs it, ``decoding`` turns its numbers into spans and ``linking`` joins them; ``tagger`` is the one entry for others.
"""
