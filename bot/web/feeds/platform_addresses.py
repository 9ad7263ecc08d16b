"""Addresses of platforms: the feed of a channel or profile, as people paste it. Pure; nothing is fetched.

| what people paste | its feed |
|---|---|
| t.me/NAME | the public page of the channel, https://t.me/s/NAME |
| bsky.app/profile/HANDLE | its RSS, …/rss |
| youtube.com/channel/ID, a playlist | Atom by the id; pages of handles (/@NAME) declare theirs themselves |
| @NAME@HOST, of Mastodon | its RSS, https://HOST/@NAME.rss |

Posts there are no articles: the feed carries all of their words.
"""

import re

from yarl import URL

_TELEGRAM = frozenset({"t.me", "telegram.me", "www.t.me"})
_BLUESKY = frozenset({"bsky.app", "www.bsky.app"})
_YOUTUBE = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})
_POSTS = _TELEGRAM | _BLUESKY | _YOUTUBE | {"youtu.be"}
_NAME = re.compile(r"[A-Za-z]\w{3,31}")
_PRIVATE = frozenset({"joinchat", "addstickers", "share", "proxy", "addlist"})
"""First parts of addresses of Telegram that name no channel."""
_HANDLE = re.compile(r"(?:did:[\w:.%-]{1,100}|[\w-]+(?:\.[\w-]+)+)")
_CHANNEL = re.compile(r"UC[\w-]{22}")
_PLAYLIST = re.compile(r"[\w-]{12,64}")
_ACCOUNT = re.compile(r"@?(\w[\w.-]{0,63})@((?:[\w-]+\.)+[a-z]{2,24})", re.IGNORECASE)


def find_platform_feed(address: str) -> str | None:
    """The feed of the channel or profile at ``address``; None if that is no platform's, or its page tells by itself."""
    url = _parse(address)
    if url is None:
        return None
    parts = [part for part in url.path.split("/") if part]
    match url.host:
        case host if host in _TELEGRAM:
            return _find_telegram(parts)
        case host if host in _BLUESKY and len(parts) == 2 and parts[0] == "profile" and _HANDLE.fullmatch(parts[1]):
            return f"https://bsky.app/profile/{parts[1]}/rss"
        case host if host in _YOUTUBE:
            return _find_youtube(parts, url)
        case _:
            return None


def find_account_feed(words: str) -> str | None:
    """The feed of an account as Mastodon writes it ("@name@social.example"); None for other words."""
    account = _ACCOUNT.fullmatch(words.strip())
    return f"https://{account[2].lower()}/@{account[1]}.rss" if account and words.strip().startswith("@") else None


def find_profile_feed(address: str) -> str | None:
    """Where the feed of a profile of Mastodon or its kin would be ("https://social.example/@name"); None for others."""
    url = _parse(address)
    parts = [part for part in url.path.split("/") if part] if url else []
    if url is None or len(parts) != 1 or not re.fullmatch(r"@\w[\w-]{0,63}", parts[0]):
        return None
    return str(url.with_path(f"/{parts[0]}.rss"))


def is_platform_post(address: str) -> bool:
    """Whether a page is a post on a platform whose pages hold no article."""
    url = _parse(address)
    return url is not None and url.host in _POSTS


def _find_telegram(parts: list[str]) -> str | None:
    name = parts[1] if len(parts) > 1 and parts[0] == "s" else next(iter(parts), "")
    return f"https://t.me/s/{name}" if _NAME.fullmatch(name) and name not in _PRIVATE else None


def _find_youtube(parts: list[str], url: URL) -> str | None:
    if len(parts) >= 2 and parts[0] == "channel" and _CHANNEL.fullmatch(parts[1]):
        return f"https://www.youtube.com/feeds/videos.xml?channel_id={parts[1]}"
    if parts == ["playlist"] and _PLAYLIST.fullmatch(url.query.get("list", "")):
        return f"https://www.youtube.com/feeds/videos.xml?playlist_id={url.query['list']}"
    return None


def _parse(address: str) -> URL | None:
    try:
        url = URL(address)
    except ValueError:
        return None
    return url if url.scheme in {"http", "https"} and url.host else None
