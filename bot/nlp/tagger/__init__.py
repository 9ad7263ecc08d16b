"""The tagger: finds sources, cues and contents in a text as spans, linked, with probabilities.

``tokens`` cuts the text into pre-tokens, ``windows`` plans what the network sees at once, ``model`` runs it,
``decoding`` turns its output into spans, and ``linking`` joins them. Other packages use only ``tagger``.
"""
