"""Everything that can go wrong in words a person can act on: one tree, each with its sentence and the next step.

Faces show ``str(error)`` and nothing else; what is wrong inside (traceback, addresses, secrets) goes to the log.
"""


class AttacheError(Exception):
    """Base of all errors that are answered to a person.

    ``cause`` is one sentence that names what happened; ``step`` one sentence that says what to do next;
    ``resource`` the address, article or setting that it is about, for the log.
    """

    def __init__(self, cause: str, step: str, *, resource: str | None = None) -> None:
        super().__init__(cause, step)
        self.cause = cause
        self.step = step
        self.resource = resource

    def __str__(self) -> str:
        return f"{self.cause} {self.step}"


class UsageError(AttacheError):
    """What a person typed cannot be understood."""


class SettingsError(AttacheError):
    """A setting is missing or unusable."""


class FetchError(AttacheError):
    """An address could not be fetched. ``status`` is the HTTP status that said so, None where none did."""

    def __init__(self, cause: str, step: str, *, resource: str | None = None, status: int | None = None) -> None:
        super().__init__(cause, step, resource=resource)
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
        cause: str,
        step: str,
        *,
        resource: str | None = None,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(cause, step, resource=resource, status=status)
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


class PostLaterError(DeliveryError):
    """Discord asks to wait; nothing was posted. ``retry_after`` in seconds, None when it does not say."""

    def __init__(self, cause: str, step: str, *, resource: str | None = None, retry_after: float | None = None) -> None:
        super().__init__(cause, step, resource=resource)
        self.retry_after = retry_after


class AnswerLostError(DeliveryError):
    """No answer came, or one that leaves open whether the message stands. ``answered``: Discord gave an error (5xx)."""

    def __init__(self, cause: str, step: str, *, resource: str | None = None, answered: bool = False) -> None:
        super().__init__(cause, step, resource=resource)
        self.answered = answered


class PlaceBrokenError(DeliveryError):
    """Nothing can be posted (or looked at) there until somebody repairs it; nothing was posted."""


class PostRefusedError(DeliveryError):
    """Discord refuses this message, and would refuse it again; others may be posted there."""
