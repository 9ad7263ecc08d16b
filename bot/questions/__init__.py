"""Questions in words: what a person wants to know of the archive, read by rules and the archive's own names. Pure.

:func:`bot.questions.parse.parse_question` reads; ``question_forms.toml`` holds the forms of questions, ``words.toml``
the words in them. Nothing here answers: what cannot be read is None, and never guessed.
"""
