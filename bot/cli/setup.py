"""``setup``: the first run. Asks for the bot's token, checks it with Discord, and writes it to ``.env``.

Nothing else is asked: every other setting has a default. It can be stopped at any time and run again; the file changes
only once Discord has accepted the token. The token is never printed.
"""

import argparse
import asyncio
import getpass
import os
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from bot.cli.arguments import program_name
from bot.doctor import examine, report
from bot.doctor.checks import find_discord_api, load_account
from bot.doctor.discord_account import INVITED, PORTAL, DiscordAccount, check_discord_account
from bot.doctor.finding import Finding, Severity
from bot.errors import SettingsError, UsageError
from bot.export.output_target import private_file, refusals_in_words
from bot.i18n.lists import join_names
from bot.i18n.messages import translatable, translate
from bot.log import silence_logging
from bot.settings import Settings

NAME = "DISCORD_TOKEN"
FILE = Path(".env")
ATTEMPTS = 3
"""How often a person at a terminal may give a token in one run."""
INTERRUPTED = 130
_TOKEN = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_COPIED_TOO = re.compile(rf"^(?:{NAME}\s*=\s*)?(?:Bot\s+)?", re.IGNORECASE)


def run(_options: argparse.Namespace) -> int:
    """Set the bot up; return the doctor's exit status. Raises ``AttacheError``, after which nothing has changed."""
    silence_logging()  # what goes wrong is said
    settings = Settings.load()
    try:
        return _set_up(settings)
    except (KeyboardInterrupt, EOFError):
        print(f"\n{translate('wizard-stopped', command=f'{program_name()} setup')}")
        return INTERRUPTED


def _set_up(settings: Settings) -> int:
    interactive = sys.stdin.isatty()
    if interactive:
        print(translate("wizard-begin", file=str(FILE)))
        print(translate("wizard-where", portal=PORTAL))
    token, account = _find_account(settings, ATTEMPTS if interactive else 1)
    print(translate("wizard-known", name=account.name, count=len(account.servers)))
    _keep(token)
    print(translate("wizard-invite", address=account.invitation))
    print(translate("wizard-permissions", names=join_names(INVITED)))
    print()
    status = asyncio.run(report(_check(account)))
    if any(finding.level is not Severity.OK for finding in check_discord_account(account)):
        pages = (account.portal_page("bot"), account.portal_page("installation"))
        print(translate("wizard-switches", bot=pages[0], installation=pages[1]))
    print()
    print(translate("wizard-run", command=f"{program_name()} run"))
    print(translate("wizard-then"))
    return status


def _find_account(settings: Settings, attempts: int) -> tuple[str, DiscordAccount]:
    """A token that Discord accepts, with its account. Raises ``AttacheError`` for the last one that it refuses."""
    for left in reversed(range(attempts)):
        try:
            token = clean_token(_ask(settings)) or _find_present(settings)
            print(translate("wizard-checking"), flush=True)
            return token, asyncio.run(load_account(token, find_discord_api(settings)))
        except (UsageError, SettingsError) as error:
            if not left:
                raise
            print(error.message())
    raise AssertionError("the last attempt returns or raises")


def _ask(settings: Settings) -> str:
    """What is typed or piped in. Raises ``EOFError``. Outside of an event loop, so that Ctrl-C works at once."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    present = settings.discord_token is not None
    return getpass.getpass(f"{translate('wizard-ask-again') if present else translate('wizard-ask')} ")


def clean_token(typed: str) -> str:
    """The token in ``typed``, "" for none. Raises ``UsageError`` that says what else was copied from the portal."""
    token = _COPIED_TOO.sub("", typed.strip().strip("\"'")).strip("\"' ")
    if not token or _TOKEN.fullmatch(token):
        return token
    if token.isdecimal():
        raise UsageError(translatable("wizard-is-id"), resource=NAME)
    if re.fullmatch(r"[0-9a-f]{64}", token):
        raise UsageError(translatable("wizard-is-key"), resource=NAME)
    raise UsageError(translatable("wizard-is-none"), resource=NAME)


def _find_present(settings: Settings) -> str:
    if settings.discord_token is None:
        raise UsageError(translatable("wizard-empty"), resource=NAME)
    return settings.discord_token.get_secret_value()


def _keep(token: str) -> None:
    """Write the token to the file, unless the environment sets it: a second copy would be of no use."""
    given = os.environ.get(NAME, "").strip()
    if given == token:
        print(translate("wizard-in-environment"))
        return
    write_setting(FILE, NAME, token)
    print(translate("wizard-written", file=str(FILE.resolve())))
    if given:
        print(translate("wizard-overridden", file=str(FILE)))


async def _check(account: DiscordAccount) -> AsyncIterator[Finding]:
    """The doctor's findings on this machine and on the account. Discord has answered, so the network works."""
    async for finding in examine(offline=True):
        yield finding
    for finding in check_discord_account(account):
        if finding.subject != "token":  # which was told
            yield finding


def write_setting(path: Path, name: str, value: str) -> None:
    """Write ``name=value`` to the file at ``path``, replaced as a whole with the rights 0600. Raises ``UsageError``."""
    target = path.resolve()  # where it is a link, the file behind it changes
    with refusals_in_words(path):
        before = target.read_bytes() if target.exists() else b""
    with private_file(target) as sink:
        # whatever bytes other lines hold, they stay
        after = replace_setting(before.decode("utf-8", "surrogateescape"), name, value)
        sink.write(after.encode("utf-8", "surrogateescape"))


def replace_setting(text: str, name: str, value: str) -> str:
    """``text`` with the setting ``name``: in place of its lines, else of one that is commented out, else at the end."""
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    set_here = re.compile(rf"\s*(?:export\s+)?{name}\s*=")
    commented = re.compile(rf"\s*#\s*{name}\s*=")
    found = [number for number, line in enumerate(lines) if set_here.match(line)]
    found = found or [number for number, line in enumerate(lines) if commented.match(line)][:1]
    written = f"{name}={value}{line_end}"
    if not found:
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += line_end
        return "".join([*lines, written])
    lines[found[0]] = written
    # the last of several lines would count
    return "".join(line for number, line in enumerate(lines) if number not in found[1:])
