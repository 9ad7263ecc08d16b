"""The tree of errors, each with a sentence for people and the next step.

User interfaces show ``error.message()`` and nothing else; internal details (traceback, addresses, secrets) go to the
log. An error is raised with a message of the catalogue, whose ``.step`` says what to do next, as in
``UsageError(translatable("zones-unknown", name=typed))``; ``str(error)`` is its English text.
"""

from bot.i18n.language import Language, using_language
from bot.i18n.messages import Translatable, message_attribute, translatable, translate_message


class AttacheError(Exception):
    """Base of all errors that people see.

    ``words`` is a message: one sentence that says what happened, and as ``.step`` one that says what to do next; or a
    plain sentence, with ``step`` given separately. ``resource`` is the address, article or setting concerned, for the
    log.
    """

    def __init__(self, words: Translatable | str, step: str = "", *, resource: str | None = None) -> None:
        super().__init__(words, step)
        self.words = words
        self.resource = resource
        self._step = step

    @property
    def whole(self) -> Translatable | str:
        """What happened and what to do next, for display or storage."""
        if isinstance(self.words, str):
            return f"{self.words} {self._step}" if self._step else self.words
        step = message_attribute(self.words, "step")
        return translatable("errors-whole", cause=self.words, step=step) if step else self.words

    def message(self) -> str:
        """What happened and what to do next, in the current language."""
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
        """What happened, and what to do next ("" for nothing), in the current language."""
        if isinstance(self.words, str):
            return self.words, self._step
        return translate_message(self.words), translate_message(self.words, "step")


class UsageError(AttacheError):
    """A person's input is invalid."""


class SettingsError(AttacheError):
    """A setting is missing or invalid."""


class FetchError(AttacheError):
    """An address could not be fetched. ``status`` is the HTTP status, None if there was no response."""

    def __init__(
        self, words: Translatable | str, step: str = "", *, resource: str | None = None, status: int | None = None
    ) -> None:
        super().__init__(words, step, resource=resource)
        self.status = status


class AddressRefusedError(FetchError):
    """The address guard refuses this address."""


class PageRefusedError(FetchError):
    """The site does not serve this page, and a retry is useless: not found, gone, a paywall, a login."""


class TooLargeError(FetchError):
    """A body, text or upload is over its limit; the message states the limit."""


class ThrottledError(FetchError):
    """The source asks for a wait. ``retry_after`` is in seconds, None if unspecified."""

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
    """The response has no article."""


class ReadingError(AttacheError):
    """A text could not be analysed: over the limits of time or memory."""


class BusyError(ReadingError):
    """Nothing is wrong with the text: the workers are busy or were stopped. A retry may succeed."""


class ArchiveError(AttacheError):
    """The archive could not be opened, is newer than this program, or lacks the requested record."""


class NotVerbatimError(AttacheError):
    """A string to be shown as a quotation is not in its stored article. Never shown; always logged."""


class DeliveryError(AttacheError):
    """A message could not be posted; ``retry_after`` in seconds if Discord says so; ``answered``: with a 5xx error."""

    def __init__(
        self,
        words: Translatable | str,
        step: str = "",
        *,
        resource: str | None = None,
        retry_after: float | None = None,
        answered: bool = False,
    ) -> None:
        super().__init__(words, step, resource=resource)
        self.retry_after = retry_after
        self.answered = answered


class RetryPostError(DeliveryError):
    """Discord asks for a wait; nothing was posted."""


class ResponseLostError(DeliveryError):
    """No response came, or one that leaves open whether the message exists."""


class ChannelBrokenError(DeliveryError):
    """Nothing can be posted (or read) there until somebody fixes it; nothing was posted."""


class PostRefusedError(DeliveryError):
    """Discord rejects this message and would reject it again; others may be posted there."""


class EvictedError(AttacheError):
    """This process sent no heartbeat for so long that the others evicted it and took over its work."""


def find_cause(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error in ``group`` that is not a group: the cause when one failed task ends all."""
    first: BaseException = group
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return first
