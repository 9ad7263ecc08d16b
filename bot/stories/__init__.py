"""Which articles repeat one another's words, and which tell of one event. Pure: what is to be kept, the archive keeps.

:func:`sign` makes of an article the signature by which it is compared; :class:`StoryDesk` holds the signatures of the
last days and says where a new one belongs.
"""

from bot.stories.desk import StoryDesk
from bot.stories.signature import BadSignature, Signature, decode_signature, encode_signature, sign

__all__ = ["BadSignature", "Signature", "StoryDesk", "decode_signature", "encode_signature", "sign"]
