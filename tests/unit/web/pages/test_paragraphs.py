import pytest
from lxml.etree import fromstring

from bot.web.pages.page import find_paragraphs


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("<p>One.</p><p>Two\n  lines.</p>", ["One.", "Two lines."]),
        ("<head>Talks</head><p>One.</p>", ["Talks", "One."]),
        ("<p>A <hi rend='#b'>bold</hi> word and <ref target='/x'>a link</ref>.</p>", ["A bold word and a link."]),
        ("<p>First line<lb/>second line</p>", ["First line\nsecond line"]),
        ("<p>First paragraph <lb/> <lb/> second paragraph</p>", ["First paragraph", "second paragraph"]),
        ("<list><item>One</item><item>Two</item></list>", ["One", "Two"]),
        ("<p>Terms:<list><item>One</item></list>and more</p>", ["Terms:", "One", "and more"]),
        ("<table><row><cell>Name</cell><cell><p>Office</p></cell></row></table>", ["Name | Office"]),
        ("<table><row><cell><p>One.</p><p>Two.</p></cell></row></table>", ["One.", "Two."]),
        ("<quote><p>“One.”</p><p>“Two.”</p></quote>tail", ["“One.”", "“Two.”", "tail"]),
        ("<quote>Wrapped\nline.\n \nNext one.</quote>", ["Wrapped line.", "Next one."]),
        ("<p><hi>Marsh:</hi>\n\n<hi>Yes.</hi></p>", ["Marsh: Yes."]),
        ("<p> </p><p/>", []),
    ],
)
def test_blocks_become_paragraphs(body: str, paragraphs: list[str]) -> None:
    assert find_paragraphs(fromstring(f"<body>{body}</body>")) == paragraphs
