"""The encoding of remote calls: JSON of known types, so that nobody who can write a row can run code.

A value that JSON lacks becomes a list of its type's name and its parts. Only the types named here are encoded and
decoded; any other raises ``TypeError``. DBOS by itself would unpickle a row that claims to be pickled. Importing this
module disables that: such a row, forged or of an earlier release, ends as failed.
"""

import json
import math
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, NoReturn

from dbos import Serializer
from dbos._serialization import DefaultSerializer

from bot import errors
from bot.domain.analysis import Analysis
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.feed import Entry, FeedDocument, FeedLink, OutlineFeed
from bot.domain.text import Span
from bot.i18n.messages import Translatable
from bot.jobs.rpc import RpcResult
from bot.pictures.drawing import Drawing, Theme
from bot.web.feeds.identity import IdentifiedEntry
from bot.web.parsers import FeedSnapshot

_VALUES: Final[tuple[type[Any], ...]] = (
    Act,
    Analysis,
    RpcResult,
    Article,
    Attribution,
    Drawing,
    Entry,
    FeedDocument,
    FeedLink,
    IdentifiedEntry,
    Kind,
    OutlineFeed,
    Outlet,
    FeedSnapshot,
    Span,
    Speaker,
    Theme,
    Translatable,
)
_ERRORS: Final = {
    name: one for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.AttacheError)
}
_TYPES: Final = {one.__name__: one for one in _VALUES}
_FOREIGN: Final = "Error"
"""Stands for an error of any other type; only its message is kept."""


class JsonSerializer(Serializer):
    """Encodes and decodes the arguments and results of calls."""

    def serialize(self, data: Any) -> str:
        """``data`` as JSON in ASCII. Raises ``TypeError`` for a value of an unknown type."""
        return json.dumps(_pack(data), separators=(",", ":"), allow_nan=False)

    def deserialize(self, serialized_data: str) -> Any:
        """Decode the output of ``serialize``. Raises ``ValueError`` or ``TypeError`` for anything else."""
        return _unpack(json.loads(serialized_data))

    def name(self) -> str:
        """The serializer's name, stored in each row. It must not change while such rows exist."""
        return "attache_json"


def _refuse(_: object, __: str) -> NoReturn:
    raise TypeError("pickled rows are not read")


DefaultSerializer.deserialize = _refuse  # type: ignore[method-assign, assignment]


def _pack(value: Any) -> Any:  # noqa: PLR0911 - one line per kind of value
    kind = type(value)
    if value is None or kind in (bool, int, str):
        return value
    if isinstance(value, Enum) and kind.__name__ in _TYPES:
        return [kind.__name__, value.value]
    if isinstance(value, str):  # an enumeration member given as a string
        return str(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else ["float", str(float(value))]
    if isinstance(value, bytes):
        return ["bytes", b64encode(value).decode()]
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, tuple | list):
        return ["tuple" if isinstance(value, tuple) else "list", list(map(_pack, value))]
    if isinstance(value, Mapping):
        return ["dict", [[_text(name), _pack(one)] for name, one in value.items()]]
    if isinstance(value, BaseException):
        return _pack_error(value)
    if is_dataclass(value) and _TYPES.get(kind.__name__) is kind:
        return [kind.__name__, [[field.name, _pack(getattr(value, field.name))] for field in fields(value)]]
    raise TypeError(f"a call cannot carry a {kind.__name__}")


def _pack_error(error: BaseException) -> Any:
    kind = type(error).__name__
    if _ERRORS.get(kind) is not type(error):
        return [_FOREIGN, f"{kind}: {error}"]
    words, step = error.args
    return [kind, [_pack(words), _pack(step), [[name, _pack(one)] for name, one in _extras(error).items()]]]


def _extras(error: BaseException) -> dict[str, Any]:
    """An error's arguments other than its message, by parameter name."""
    return {name: one for name, one in vars(error).items() if name != "words" and not name.startswith("_")}


def _unpack(packed: Any) -> Any:
    if packed is None or isinstance(packed, bool | int | float | str):
        return packed
    if not isinstance(packed, list) or len(packed) != 2 or not isinstance(packed[0], str):
        raise TypeError("not what a call carries")
    name, parts = packed
    if reader := _READERS.get(name):
        return reader(parts)
    if name in _ERRORS:
        words, step, extras = parts
        return _ERRORS[name](_unpack(words), _unpack(step), **_unpack_pairs(extras))
    kind = _TYPES.get(name)
    if kind is None:
        raise TypeError(f"a call cannot carry a {name[:40]}")
    return kind(parts) if issubclass(kind, Enum) else kind(**_unpack_pairs(parts))


def _unpack_pairs(pairs: Any) -> dict[str, Any]:
    return {_text(name): _unpack(one) for name, one in pairs}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a name must be text")
    return str(value)


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "bytes": lambda parts: b64decode(parts, validate=True),
    "datetime": datetime.fromisoformat,
    "dict": _unpack_pairs,
    "float": float,
    "list": lambda parts: list(map(_unpack, parts)),
    "tuple": lambda parts: tuple(map(_unpack, parts)),
    _FOREIGN: RuntimeError,
}
