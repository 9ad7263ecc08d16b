"""Which articles repeat one another's words, and which tell of one event. Pure: what is to be kept, the archive keeps.

:func:`sign` makes of an article the signature by which it is compared; :class:`StoryClusterer` holds the signatures of
the last days and says where a new one belongs.
"""

from bot.stories.clustering import StoryClusterer
from bot.stories.signature import InvalidSignature, Signature, decode_signature, encode_signature, make_signature

__all__ = ["InvalidSignature", "Signature", "StoryClusterer", "decode_signature", "encode_signature", "make_signature"]
