"""Invented pages for the tests of this room: no country, minister or newspaper in them exists."""

PARAGRAPHS = (
    "The foreign minister of Arvonia, Lena Marsh, said on Tuesday that the border crossings would open within a week.",
    "“We have agreed on a timetable,” Marsh told reporters in the capital. “It will be kept.”",
    "Her counterpart from Belmark, Tomas Reve, called the talks useful, but warned that customs were not settled.",
    "Both delegations meet again in March, when a joint commission is to present a draft of the treaty.",
)


def page(body: str, *, head: str = "", lang: str = "en") -> str:
    """A whole page around ``body``."""
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article_page(*, head: str = "", after: str = "", lang: str = "en") -> str:
    """The article of this module in the usual furniture; ``after`` follows its second paragraph."""
    first, second, *rest = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return page(
        "<header><nav><a href='/'>Home</a> <a href='/world'>World</a></nav></header>"
        "<main><article><h1>Arvonia and Belmark to open their border</h1>"
        f"{first}{second}{after}{''.join(rest)}</article></main>"
        "<footer><p>The Daily Quill</p></footer>",
        head=head,
        lang=lang,
    )
