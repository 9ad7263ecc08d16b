"""Everything that can go wrong in words a person can act on: one tree, each with its sentence and the next step.

Faces show ``error.told()`` and nothing else; what is wrong inside (traceback, addresses, secrets) goes to the log. An
error is raised with a message of the catalogue, whose ``.step`` says what to do next, as
``UsageError(translatable("zones-unknown", name=typed))``; ``str(error)`` is its English.
"""

from bot.i18n.language import Language, using_language
from bot.i18n.messages import Translatable, message_attribute, translatable, translate_message


class AttacheError(Exception):
    """Base of all errors that are answered to a person.

    ``words`` is a message: one sentence that names what happened, and as ``.step`` one that says what to do next; or
    the former in words that are said already, with the latter as ``step``. ``resource`` is the address, article or
    setting that it is about, for the log.
    """

    def __init__(self, words: Translatable | str, step: str = "", *, resource: str | None = None) -> None:
        super().__init__(words, step)
        self.words = words
        self.resource = resource
        self._step = step

    @property
    def whole(self) -> Translatable | str:
        """What happened and what to do next, to be told or kept."""
        if isinstance(self.words, str):
            return f"{self.words} {self._step}" if self._step else self.words
        step = message_attribute(self.words, "step")
        return translatable("errors-whole", cause=self.words, step=step) if step else self.words

    def message(self) -> str:
        """What happened and what to do next, in the language spoken now."""
        return whole if isinstance(whole := self.whole, str) else translate_message(whole)

    def __str__(self) -> str:
        return str(self.whole)

    @property
    def cause(self) -> str:
        """What happened, in English."""
        with using_language(Language.ENGLISH):
            return self.parts()[0]

    @property
    def step(self) -> str:
        """What to do next, in English."""
        with using_language(Language.ENGLISH):
            return self.parts()[1]

    def parts(self) -> tuple[str, str]:
        """What happened, and what to do next ("" for nothing), each in the language spoken now."""
        if isinstance(self.words, str):
            return self.words, self._step
        return translate_message(self.words), translate_message(self.words, "step")


class UsageError(AttacheError):
    """What a person typed cannot be understood."""


class SettingsError(AttacheError):
    """A setting is missing or unusable."""


class FetchError(AttacheError):
    """An address could not be fetched. ``status`` is the HTTP status that said so, None where none did."""

    def __init__(
        self, words: Translatable | str, step: str = "", *, resource: str | None = None, status: int | None = None
    ) -> None:
        super().__init__(words, step, resource=resource)
        self.status = status


class AddressRefusedError(FetchError):
    """The address guard does not let this address be contacted."""


class PageRefusedError(FetchError):
    """The site does not give this page, however often it is asked: not found, gone, a paywall, a login."""


class TooLargeError(FetchError):
    """A body, text or upload is over its limit; the sentence says the limit."""


class ThrottledError(FetchError):
    """The source asks to wait. ``retry_after`` in seconds, None when it does not say."""

    def __init__(
        self,
        words: Translatable | str,
        step: str = "",
        *,
        resource: str | None = None,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(words, step, resource=resource, status=status)
        self.retry_after = retry_after


class ParseError(AttacheError):
    """Bytes arrived, but they hold no article."""


class ReadingError(AttacheError):
    """A text could not be read: over the limits of time or memory."""


class BusyError(ReadingError):
    """Nothing is wrong with the text: the readers are busy, or were stopped. It may be given again."""


class ArchiveError(AttacheError):
    """The store could not be opened, is newer than this program, or lacks what was asked for."""


class NotVerbatimError(AttacheError):
    """A string about to be shown as a quotation is not a slice of its stored article. Never shown; always logged."""


class DeliveryError(AttacheError):
    """A message could not be posted."""


class RetryPostError(DeliveryError):
    """Discord asks to wait; nothing was posted. ``retry_after`` in seconds, None when it does not say."""

    def __init__(
        self,
        words: Translatable | str,
        step: str = "",
        *,
        resource: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(words, step, resource=resource)
        self.retry_after = retry_after


class ResponseLostError(DeliveryError):
    """No answer came, or one that leaves open whether the message stands. ``answered``: Discord gave an error (5xx)."""

    def __init__(
        self, words: Translatable | str, step: str = "", *, resource: str | None = None, answered: bool = False
    ) -> None:
        super().__init__(words, step, resource=resource)
        self.answered = answered


class ChannelBrokenError(DeliveryError):
    """Nothing can be posted (or looked at) there until somebody repairs it; nothing was posted."""


class PostRefusedError(DeliveryError):
    """Discord refuses this message, and would refuse it again; others may be posted there."""


class EvictedError(AttacheError):
    """This process was not heard of for so long that the others have taken over what it did."""


def find_cause(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error in ``group`` that is no group itself: what ended tasks, where one ends all."""
    first: BaseException = group
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return first
