"""Text of any origin comes out printable, and stays what it was where it can."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from coordinator.exports.layout.fonts import REPLACEMENT, chain
from coordinator.exports.layout.safety import clean, one_line, paragraphs
from coordinator.exports.layout.scripts import is_right_to_left, runs_from_right, visual


def test_nothing_becomes_an_empty_text() -> None:
    assert clean(None) == ""
    assert clean(7) == "7"


def test_line_ends_of_every_kind_part_paragraphs() -> None:
    assert paragraphs("a\r\nb\rc\u2028d\n\n  \ne") == ["a", "b", "c", "d", "e"]


def test_direction_controls_that_turn_a_sentence_round_are_left_out() -> None:
    assert clean("not \u202eguilty\u202c") == "not guilty"


def test_letters_of_wales_cornwall_and_poland_stay() -> None:
    assert clean("Tŷ Gŵyr, Dębska, Łąk, Żółć") == "Tŷ Gŵyr, Dębska, Łąk, Żółć"


@given(st.text(st.characters()))
def test_what_is_cleaned_is_printable_composed_and_stays_so(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"} and c != "\n"]
    assert "\n" not in one_line(text)
    cleaned.encode("utf-8")


@given(st.text(st.characters()))
def test_every_letter_is_drawn_by_a_font_that_has_it(text: str) -> None:
    for bold in (False, True):
        cleaned = one_line(text)
        runs = list(chain(bold=bold).runs(cleaned)) if cleaned else []
        assert sum(len(part) for _, part in runs) == len(cleaned)
        for font, part in runs:
            assert all(ord(char) in font.glyphs for char in part)


def test_only_what_no_font_has_is_replaced() -> None:
    drawn = "".join(part for _, part in chain(bold=False).runs("A陈b"))
    assert drawn == f"A{REPLACEMENT}b"


def test_arabic_letters_are_joined_and_turned() -> None:
    assert visual("علي") == "\ufef2\ufee0\ufecb"
    assert visual("لا") == "\ufefb"


def test_hebrew_is_turned_its_numbers_and_brackets_are_not() -> None:
    assert visual("(דוד)") == "(דוד)"[::-1].translate(str.maketrans("()", ")("))
    assert visual("ד123") == "123ד"
    assert visual("Sד") == "Sד"
    assert visual("Sעל") == "Sלע"


def test_words_from_the_right_and_what_stands_between_them_are_one_stretch() -> None:
    words = ["born", "שלום", "12", "עולם", "in", "דוד", "5"]
    assert runs_from_right(words) == [(1, 4), (5, 6)]


@given(st.text("אבגד شمعلي12(), x\u064b"))
def test_turning_a_word_never_loses_a_letter(text: str) -> None:
    assert is_right_to_left(text) or visual(text) == text
    visual(text)
