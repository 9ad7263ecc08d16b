"""Finds which articles repeat one another and which report one event, by their signatures. Pure."""

from bot.stories.clustering import StoryClusterer
from bot.stories.signature import InvalidSignature, Signature, decode_signature, encode_signature, make_signature

__all__ = ["InvalidSignature", "Signature", "StoryClusterer", "decode_signature", "encode_signature", "make_signature"]
