"""Phrases that fit what is typed: those that begin so, then those with such words further in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.panel.settings import Phrase
from coordinator.domain.spoken.phrases import MOST_OFFERED, PhraseBook

TEXTS = (
    "Ring the lead before they are discharged, at any hour",
    "Book the joint visit",
    "Share what helped when they were last well",
    "Book a bed at the shelter",
    "Go with them, and ring the lead after",
    "Visit together with their worker before any enforcement",
)
BOOK = PhraseBook(map(Phrase, TEXTS))


def fitting(typed: str) -> list[int]:
    return [TEXTS.index(one.text) for one in BOOK.fitting(typed)]


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("Book", [1, 3]),
        ("boo joi", [1]),
        ("Book the joi", [1]),
        ("ring lead", [0, 4]),
        ("the", [0, 1, 2, 3, 4, 5]),
        ("LEAD", [0, 4]),
        ("lead ring", []),
        ("enf", [5]),
        ("", []),
        ("  ,", []),
        ("zz", []),
    ],
)
def test_phrases_that_begin_so_come_before_those_with_the_words_inside(
    typed: str, fit: list[int]
) -> None:
    assert fitting(typed) == fit


def test_a_phrase_that_is_there_in_full_is_not_offered() -> None:
    assert fitting("Book the joint visit") == []
    assert fitting("book the joint VISIT.") == []


def test_six_are_offered_at_most_in_the_order_of_the_panel() -> None:
    many = [Phrase(f"Ring number {n}") for n in range(9)]
    assert PhraseBook(many).fitting("ring") == tuple(many[:MOST_OFFERED])


@given(st.lists(st.text(max_size=12), max_size=5), st.text(max_size=12))
def test_anything_can_be_typed_against_any_phrases(texts: list[str], typed: str) -> None:
    offered = PhraseBook(map(Phrase, texts)).fitting(typed)
    assert {one.text for one in offered} <= set(texts)
