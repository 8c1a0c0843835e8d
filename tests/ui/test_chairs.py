"""A decision of the chair, where the panel has no chair yet."""

from uuid import UUID

from coordinator.ui.shared.chairs import ask_chair


def test_a_panel_without_a_chair_says_what_to_do() -> None:
    empty = ask_chair("Decided by", None, ())
    assert empty.hint == "The panel has no chair yet. Name one on the page The panel first."
    key = UUID(int=1)
    assert ask_chair("Decided by", key, ((key, "Morwenna Tregear"),)).hint == ""
