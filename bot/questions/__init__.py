"""Parses questions in words, by rules and the archive's own names. Pure.

:func:`bot.questions.parse.parse_question` parses; ``question_forms.toml`` has the forms of questions, ``words.toml``
the words in them. Nothing is guessed: an unknown question is None.
"""
