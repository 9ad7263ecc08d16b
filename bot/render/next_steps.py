"""What goes on from an answer: a command with its options, as a button, or as it is typed. Pure."""

from dataclasses import dataclass, replace

from bot.domain.statement_search import StatementQuery
from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction
from bot.render.quotations import without_marks
from bot.render.search_buttons import fits_in_action, make_search_action
from bot.render.two_sides_buttons import PAIR_LIMIT, make_words_action

WORDS_LIMIT = 80
"""Characters of an option as it is typed."""
_LABELLED = 30
_ACTIONS = {"timeline": Action.TIMELINE, "position": Action.POSITION, "watch add": Action.WATCH}


@dataclass(frozen=True, slots=True)
class NextStep:
    """A command for a speaker (or country) ``who`` and a topic ``about``, "" for none.

    ``options`` are the names and values of all its options as they are typed; ``wanted`` is the search of ``said``.
    """

    command: str
    who: str
    about: str
    options: tuple[tuple[str, str], ...]
    wanted: StatementQuery | None = None

    @property
    def typed(self) -> str:
        """The command as it is typed."""
        given = (f"{option}:{_plain(words)}" for option, words in self.options if words)
        return " ".join([f"/{self.command}", *given])

    @property
    def button(self) -> Button | None:
        """The button that gives the command; None if none can carry its words."""
        press = self._press()
        if press is None:
            return None
        what = " · ".join(_shorten(words) for words in (self.who, self.about) if words)
        return Button(translate("question-step", command=self.command.partition(" ")[0], what=what), press)

    def _press(self) -> ComponentAction | None:
        if self.wanted is not None:
            # a message of its own: the answer, with its other buttons, stays
            return replace(make_search_action(self.wanted, ""), turns=False) if fits_in_action(self.wanted) else None
        carried = max(len(self.who), len(self.about)) <= PAIR_LIMIT
        return make_words_action(_ACTIONS[self.command], self.who, self.about) if carried else None


def _shorten(words: str) -> str:
    words = without_marks(words)
    return words if len(words) <= _LABELLED else f"{words[: _LABELLED - 1].rstrip()}…"


def _plain(words: str) -> str:
    """``words`` as they can stand in a line of code."""
    return without_marks(words.replace("`", " "))[:WORDS_LIMIT].strip()
