"""The catalogue: messages by key, in Fluent files (projectfluent.org), with CLDR's rules for plurals and numbers.

``<language>/<theme>.ftl`` has the messages whose keys begin with the theme: ``twosides-absent`` is in ``twosides.ftl``.
A file is loaded once, with its first message. A message that a language lacks is in English; a message that English
lacks is a mistake of ours, and raises.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.i18n.bidi import UserText, isolate_code
from bot.i18n.language import Language

FOLDER = Path(__file__).parent / "locales"

Value = str | int | float


class Catalogue:
    """The messages of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bundle = FluentBundle([language], use_isolating=False)  # values are isolated by their letters instead
        self._themes: set[str] = set()

    def find(self, key: str, values: Mapping[str, Value | UserText]) -> str | None:
        """The message ``key`` with ``values``; None if there is none. Raises ``ValueError`` if a value is missing."""
        name, _, attribute = key.partition(".")
        self.open(name.partition("-")[0])
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        said, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise ValueError(f"the message {key} in {self._language}: {errors[0]}")
        return str(said)

    def open(self, theme: str) -> None:
        """Load the messages of a theme, unless they are loaded."""
        if theme in self._themes:
            return
        path = FOLDER / self._language / f"{theme}.ftl"
        if path.is_file():
            source = path.read_text("utf-8")
            self._bundle.add_resource(FluentResource(isolate_code(source) if self._language.right_to_left else source))
        self._themes.add(theme)


def load_catalogues() -> None:
    """Load all messages of all languages in advance, in about a second."""
    for language in Language:
        for path in sorted((FOLDER / language).glob("*.ftl")):
            catalogue(language).open(path.stem)


@cache
def catalogue(language: Language) -> Catalogue:
    """The catalogue of a language."""
    return Catalogue(language)
