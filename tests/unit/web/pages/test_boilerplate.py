import pytest
from trafilatura.utils import load_html

from bot.web.pages.boilerplate import Boilerplate, classify_boilerplate, find_linked_lines, line_key, remove_boilerplate
from tests.unit.web.invented_pages import PARAGRAPHS, article_page

B = Boilerplate


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Also on quill.example Arvonia seals the harbour treaty", B.ELSEWHERE),
        ("Also on quill.example ‘We waited for years’: a village at the border", B.ELSEWHERE),
        ("Read more: Belmark’s parliament votes on customs", B.ELSEWHERE),
        ("READ MORE", B.ELSEWHERE),
        ("Related articles", B.ELSEWHERE),
        ("RELATED: “We waited for years”, says a village", B.ELSEWHERE),
        ("See also: Who is Tomas Reve?", B.ELSEWHERE),
        ("Read also Belmark’s answer to the draft", B.ELSEWHERE),
        ("You might also like:", B.ELSEWHERE),
        ("Lesen Sie auch: Die Grenze öffnet", B.ELSEWHERE),
        ("If you like this story, pass it on and share it with your colleagues!", B.APPEAL),
        ("Share this article", B.APPEAL),
        ("Sign up for our weekly newsletter", B.APPEAL),
        ("Follow us on Telegram", B.APPEAL),
        ("Follow Mara Quist on Twitter", B.APPEAL),
        ("Get the day’s headlines delivered to your inbox.", B.APPEAL),
        ("Subscribe now", B.APPEAL),
        ("Thank you for reading The Daily Quill.", B.APPEAL),
        ("Advertisement", B.ADVERTISEMENT),
        ("Story continues below advertisement", B.ADVERTISEMENT),
        ("This website uses cookies to improve your visit.", B.CONSENT),
        ("By signing up you agree to the terms.", B.CONSENT),
        ("© 2031 The Daily Quill", B.RIGHTS),
        ("Copyright 2031 by the Quill Company. All rights reserved.", B.RIGHTS),
        ("Lena Marsh arrives at the congress hall © Quill Pictures / J. Ake", B.RIGHTS),
        ("Photo credit: Quill Pictures", B.RIGHTS),
        (
            "The views expressed here are those of the author and do not necessarily reflect those of the Quill.",
            B.DISCLAIMER,
        ),
        ("Share | Print | Email", B.CONTROL),
        ("Comments", B.CONTROL),
        ("Published time: 6 May, 2031 09:26", B.DATE),
        ("Last updated 3 hours ago", B.DATE),
        ("Updated: Tue., May 6, 2031 at 9:26 a.m.", B.DATE),
    ],
)
def test_lines_of_the_site_are_told_by_class(line: str, why: Boilerplate) -> None:
    assert classify_boilerplate(line) is why


@pytest.mark.parametrize(
    "line",
    [
        *PARAGRAPHS,
        "“Share this burden with us,” Marsh said.",
        "Share prices fell after the announcement.",
        "Follow-up talks were agreed for March.",
        "Support US troops, the general urged, and the border will hold",
        "Join US-led coalition, Marsh urges Belmark",
        "Related questions, such as fishing, were left for the next round.",
        "More from the south of Arvonia than from the north have left, officials said.",
        "Like this week’s talks, the next round will be closed to reporters.",
        "Copyright law was not on the table, Reve said.",
        "Photos by the agency show lorries waiting at the crossing.",
        "May 2031",
        "3 May 2031",
        "2031",
        "Update of the treaty",
        "Advertising rules will be aligned",
        "Read the ministers’ lips: no new customs posts.",
        "The site uses cookies of oat and honey to lure the bears, a ranger said.",
        "He signed up for the navy in 2009.",
        "Comments by the minister",
        "Open borders",
        "Pause.",
        "30,000",
        "YouTube.",
    ],
)
def test_sentences_and_headings_of_an_article_stay(line: str) -> None:
    assert classify_boilerplate(line) is None


def test_a_quotation_outlives_every_cue_but_a_plain_pointer() -> None:
    assert classify_boilerplate("Sign up for our newsletter “Across the Border”") is None
    assert classify_boilerplate("Sign up for our newsletter Across the Border") is B.APPEAL


def test_a_date_alone_is_the_page_s_only_at_its_edges() -> None:
    lines = ["6 May 2031, 09:26", *PARAGRAPHS, "3 May 2031", *PARAGRAPHS, "6 May 2031 / Updated 4 years ago"]
    assert remove_boilerplate(lines) == [*PARAGRAPHS, "3 May 2031", *PARAGRAPHS]


def test_a_headline_that_is_one_link_points_elsewhere() -> None:
    headline = "Belmark’s farmers block the customs road"
    assert classify_boilerplate(headline) is None
    assert classify_boilerplate(headline, linked=True) is B.ELSEWHERE
    assert (
        classify_boilerplate("The ministry’s full answer is here.", linked=True) is None
    )  # a sentence may be one link
    assert classify_boilerplate("Lena Marsh", linked=True) is None  # a name too


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p><a href='/b'>Farmers block the road</a></p>", {"Farmers block the road"}),
        ("<li><b><a href='/b'>Farmers <i>block</i> the road</a></b></li>", {"Farmers block the road"}),
        (
            "<div>Read more: <a href='/b'>Farmers block the road</a></div>",
            {"Read more: Farmers block the road", "Farmers block the road"},
        ),
        (
            "<div><span>Also on quill.example</span> <a href='/b'>Farmers block the road</a></div>",
            {"Also on quill.example Farmers block the road", "Farmers block the road"},
        ),
        ("<p>The <a href='/b'>farmers</a> block the road.</p>", set()),
        ("<p><a href='/b'>Farmers</a> and <a href='/c'>Fishers</a></p>", set()),
        ("<p><a href='/b'></a></p>", set()),
        (f"<p><a href='/b'>{'word ' * 100}</a></p>", set()),
    ],
)
def test_lines_that_are_one_link_are_found_in_the_markup(markup: str, lines: set[str]) -> None:
    furniture = {"Home", "World"}  # the page's own menu: two links in one block, so no line
    tree = load_html(article_page(after=markup))
    assert tree is not None
    assert find_linked_lines(tree) == {line_key(line) for line in lines} - furniture
