"""What is laid out goes on a page, whatever its size."""

from coordinator.exports.layout.blocks import Room, stack
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tokens import Style

TEN = Style(10, 10)


def test_a_heading_that_fills_a_page_leaves_what_it_heads_to_the_next() -> None:
    heading, told = Text("Wide " * 100, TEN, "H2"), Text("I ring my sister. " * 30, TEN)
    assert heading.keeps
    high = heading.height(Room(200, 0, 0))
    piece, rest = stack([heading, told], Room(200, high + 15, high + 15))
    assert (piece.height if piece else None, rest) == (high, [told])


def test_a_heading_goes_on_with_what_it_heads_where_the_next_page_has_room() -> None:
    heading, told = Text("Wide", TEN, "H2"), Text("I ring my sister. " * 30, TEN)
    assert stack([heading, told], Room(200, 20, 400)) == (None, [heading, told])
