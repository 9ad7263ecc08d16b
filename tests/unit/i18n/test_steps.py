"""What to do next belongs to the sentence before it, in every language."""

from contextvars import copy_context

import pytest

from bot.errors import UsageError
from bot.i18n.language import Language, set_language
from bot.i18n.messages import translatable


@pytest.mark.parametrize("language", list(Language))
def test_a_digest_of_no_feeds_says_how_to_follow_one(language: Language) -> None:
    copy_context().run(check_steps, language)


def check_steps(language: Language) -> None:
    set_language(language)
    assert "feed add" in (UsageError(translatable("desk-digest-of-no-feeds")).step or "")
    assert not UsageError(translatable("desk-digest-unread")).step
