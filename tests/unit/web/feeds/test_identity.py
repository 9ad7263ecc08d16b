from dataclasses import replace

from bot.domain.feed import Entry, FeedDocument
from bot.web.feeds.identity import fingerprint, identify_entries

ONE = Entry(guid="g-1", link="https://gazette.example/1", title="Envoy arrives", summary="Talks begin.")
TWO = Entry(guid="g-2", link="https://gazette.example/2", title="Ferry strike ends")


def document(*entries: Entry) -> FeedDocument:
    return FeedDocument(None, None, entries)


def identities(*entries: Entry) -> list[str]:
    return [found.identity for found in identify_entries(document(*entries))]


def test_the_guid_is_first_then_the_link_then_the_words() -> None:
    moved = replace(ONE, link="https://gazette.example/elsewhere", title="Other")
    assert identities(ONE) == identities(moved)
    bare = replace(ONE, guid=None)
    assert identities(bare) == identities(replace(bare, title="Other")) != identities(ONE)
    assert identities(bare) == identities(
        replace(bare, link="http://www.gazette.example/1?utm_source=feed&utm_medium=rss")
    )
    words = replace(bare, link=None)
    assert (
        identities(words)
        == identities(replace(words, author="Ola Brandt"))
        != identities(replace(words, title="Other"))
    )


def test_a_reused_link_under_a_new_guid_is_a_new_item() -> None:
    assert identities(ONE) != identities(replace(ONE, guid="g-9"))


def test_a_permanent_link_that_moved_to_https_is_the_same_item() -> None:
    assert identities(Entry(guid="http://gazette.example/?p=1")) == identities(
        Entry(guid="https://gazette.example/?p=1")
    )


def test_one_guid_for_two_articles_identifies_neither_and_twice_the_same_is_one() -> None:
    clash = replace(TWO, guid="g-1")
    found = identities(ONE, clash)
    assert len(set(found)) == 2
    assert found == identities(clash, ONE)[::-1]  # whatever the order
    assert found[0] != identities(ONE)[0]
    edited = replace(ONE, title="Envoy has arrived")
    assert [item.entry for item in identify_entries(document(edited, ONE))] == [edited]
    unlinked = [Entry(guid="0", title="One"), Entry(guid="0", title="Two")]
    assert len(set(identities(*unlinked))) == 2


def test_an_edit_is_what_a_reader_sees() -> None:
    told = replace(ONE, content="<p>She spoke to <a href='https://gazette.example/x?utm_source=a'>them</a>.</p>")
    same = replace(
        told,
        title=" Envoy  arrives",
        link="https://gazette.example/1?utm_source=b",
        content="<p class=x>She spoke\n to <a href='https://gazette.example/x?utm_source=b'>them</a>.</p>",
        updated_at=None,
    )
    assert fingerprint(told) == fingerprint(same)
    edits = [
        replace(told, title="Envoy arrived"),
        replace(told, summary="Talks fail."),
        replace(told, content="<p>She did not speak.</p>"),
    ]
    assert len({fingerprint(told), *map(fingerprint, edits)}) == 4


def test_what_looks_like_markup_in_plain_text_is_what_it_says() -> None:
    def marked(words: str, media_type: str) -> str:
        return fingerprint(Entry(title="T", content=words, media_type=media_type))

    assert marked("<b>No</b> deal", "text/html") == marked("No deal", "text/html")
    assert marked("a <b> c", "text/plain") != marked("a <d> c", "text/plain")
    assert marked("fish &amp; chips", "text/plain") != marked("fish & chips", "text/plain")
