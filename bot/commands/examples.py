"""An example of a command that works on this archive: with people and countries whose statements are in it."""

from bot.commands.caller import Caller
from bot.domain.statement_search import StatementQuery
from bot.errors import UsageError
from bot.gazetteer.countries import country_of
from bot.i18n.messages import translatable

_SPEAKER = {"said": "who", "timeline": "who", "changed": "who", "watch add": "speaker"}
"""Commands that take a speaker, with the option's name."""
_LOOKED_AT = 50  # newest statements


async def find_example(caller: Caller, command: str) -> str:
    """``command`` with options that find something, as it is typed where ``caller`` is; "" if there is none."""
    options = ""
    if command in _SPEAKER:
        known = await caller.services.statements.suggest("", askers=caller.askers)
        options = f"{_SPEAKER[command]}:{known[0].name}" if known else ""
    elif command in {"position", "twosides"}:
        first, second, *_ = *await _find_countries(caller), "", ""
        options = f"country:{first}" if first and command == "position" else ""
        options = f"a:{first} b:{second}" if second and command == "twosides" else options
    return f"{'' if caller.terminal else '/'}{command} {options}" if options else ""


async def add_example(caller: Caller, command: str, error: UsageError) -> UsageError:
    """``error`` about a command without options, with an example of one that works."""
    example = await find_example(caller, command)
    return UsageError(translatable("errors-such-as", whole=error.whole, example=example)) if example else error


async def _find_countries(caller: Caller) -> list[str]:
    """The countries of the newest statements, each once."""
    try:
        found = (
            await caller.services.statements.load_page(StatementQuery(), askers=caller.askers, limit=_LOOKED_AT)
        ).page
    except UsageError:  # there are none
        return []
    speakers = [one.attribution.speaker for one in found.found]
    return list(dict.fromkeys(one.country for one in speakers if one and one.country and country_of(one.country)))
