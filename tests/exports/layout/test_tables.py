"""Long tables: one to a reader, a header on every page to the eye, whole rows, linear cost."""

import io
from collections import Counter
from typing import Any

import pikepdf

from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.composing import PaperKind
from coordinator.exports.documents.opening import section
from coordinator.exports.layout.blocks import Room, stack
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import TYPE
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading


def _long(count: int) -> bytes:
    return lay_out(PaperKind.TRACKER, examples.tracker(count))


def test_a_table_over_many_pages_is_one_table_with_one_header_row() -> None:
    kinds = Counter(reading.kinds(_long(200)))
    assert kinds["Table"] == 1
    assert kinds["TR"] == 201
    assert kinds["TH"] == 8 + 200  # eight headings, and the number that names each row


def test_its_header_is_seen_on_every_page() -> None:
    pages = reading.pages(_long(60))
    assert len(pages) > 5
    assert all("Last update" in page for page in pages)


def test_no_row_is_cut_by_the_end_of_a_page() -> None:
    actions = tuple(
        examples.action(place, text=f"begins{place} {'word ' * (place % 40)} ends{place}")
        for place in range(60)
    )
    for page in reading.pages(lay_out(PaperKind.TRACKER, Tracker(examples.imprint(), actions))):
        for place in range(60):
            words = page.split()
            assert (f"begins{place}" in words) == (f"ends{place}" in words)


def test_every_action_of_a_long_tracker_is_there_once() -> None:
    words = reading.words(_long(300)).split()
    assert [words.count(f"M26-047/{place}") for place in range(1, 301)] == [1] * 300


def test_a_table_asks_only_for_the_rows_of_this_page() -> None:
    """The cost of a page does not depend on how long the table is."""
    made: list[int] = []

    class Rows(list[tuple[str, ...]]):
        def __getitem__(self, place: Any) -> Any:
            made.append(place)
            return (str(place), "word")

    rows = Rows([("", "")] * 20_000)
    table = Table([Column("No.", width=60), Column("Text", share=1)], rows, TYPE)
    piece, rest = table.take(Room(400.0, 700.0, 700.0))
    assert piece is not None
    assert rest is not None
    assert max(made) < 40


def test_a_heading_is_never_left_at_the_foot_of_a_page() -> None:
    for words in range(0, 700, 35):
        minutes = examples.minutes(previous="word " * words)
        for page in reading.pages(lay_out(PaperKind.MINUTES, minutes)):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            body = lines[:-3] if "Page" in lines[-1] else lines
            assert not body[-1].startswith(("3. Actions", "4. People", "5. Esc", "7. Sign"))


def test_a_heading_in_a_column_goes_to_the_next_page_with_what_it_heads() -> None:
    heading, body = section("Risks"), Text("word " * 60, TYPE.body)
    room = Room(200.0, TYPE.section.leading + TYPE.body.leading + 10, 700.0)
    lead = Text("Before", TYPE.body)
    assert stack([heading, body], room)[0] is None
    piece, rest = stack([lead, heading, body], room._replace(left=room.left + 30))
    assert piece is not None
    assert piece.height == TYPE.body.leading
    assert rest == [heading, body]


def test_a_paragraph_is_cut_with_two_lines_on_either_side() -> None:
    text = Text("word " * 60, TYPE.body)
    lines = len(text.lines(200.0))
    leading = TYPE.body.leading
    first, rest = text.take(Room(200.0, leading * (lines - 1), 700.0))
    assert first is not None
    assert rest is not None
    assert round(first.height / leading) == lines - 2
    assert text.take(Room(200.0, leading * 1.5, 700.0))[0] is None


def test_an_empty_table_cell_stays_a_cell() -> None:
    paper = lay_out(PaperKind.PACK, examples.pack(1))
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        assert pdf.Root.StructTreeRoot is not None
    assert reading.kinds(paper).count("TD") > 0
