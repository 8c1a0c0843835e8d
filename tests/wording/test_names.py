"""A person is shown by the name they chose, or hidden behind initials and reference."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.wording.names import (
    NameParts,
    chosen_name,
    first_name,
    full_name,
    hidden_name,
    initials,
    shown_name,
)


def named(given_name: str = "", family_name: str = "", preferred_name: str = "") -> NameParts:
    return NameParts("SC-0142", given_name, family_name, preferred_name)


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        (named("Kezia", "Trelawny"), "KT (SC-0142)"),
        (named("kezia", "trelawny"), "KT (SC-0142)"),
        (named("Siobhán", "O'Neill"), "SO (SC-0142)"),
        (named("Pieter", "'t Hooft"), "PT (SC-0142)"),
        (named("Łukasz", "Żółć"), "ŁŻ (SC-0142)"),
        (named("E\u0301mile", "Zola-Budd"), "ÉZ (SC-0142)"),
        (named("Prince"), "P (SC-0142)"),
        (named("", "Madonna"), "M (SC-0142)"),
        (named("", "", "Spud"), "S (SC-0142)"),
        (named("", "Tregear", "Spud"), "ST (SC-0142)"),
        (named("Kezia", "Tregear", "Spud"), "ST (SC-0142)"),
        (named("Kezia", "Tregear", "Spud Tregear"), "ST (SC-0142)"),
        (named("Kezia", "Tregear", " "), "KT (SC-0142)"),
        (named(), "SC-0142"),
        (named("😀", "42"), "SC-0142"),
        (named("李", "明"), "李明 (SC-0142)"),
        (named("محمد", "علي"), "\u2068مع\u2069 (SC-0142)"),
        (named("X\u0304avier", "ﬁnch"), "X\u0304F (SC-0142)"),
    ],
)
def test_the_hidden_form_is_initials_and_reference(name: NameParts, hidden: str) -> None:
    assert hidden_name(name) == hidden


@pytest.mark.parametrize(
    ("name", "full"),
    [
        (named("Kezia", "Trelawny"), "Kezia Trelawny"),
        (named("Kezia", "Trelawny", "Kez"), "Kezia Trelawny (likes Kez)"),
        (named("Kezia Anne", "Trelawny", "Kezia"), "Kezia Anne Trelawny"),
        (named("Kezia", "Trelawny", "Kezia Trelawny"), "Kezia Trelawny"),
        (named("", "", "Spud"), "Spud"),
        (named(), "SC-0142"),
        (named("محمد", "علي"), "\u2068محمد علي\u2069"),
    ],
)
def test_the_full_name_says_what_is_on_file_and_what_they_like(name: NameParts, full: str) -> None:
    assert full_name(name) == full


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        (named("Kezia", "Trelawny"), "Kezia Trelawny"),
        (named("Kezia", "Trelawny", "Kez"), "Kez Trelawny"),
        (named("Kezia", "Trelawny", "Kez Trelawny"), "Kez Trelawny"),
        (named("Prince"), "Prince"),
        (named(), "SC-0142"),
    ],
)
def test_lists_use_the_name_they_chose(name: NameParts, chosen: str) -> None:
    assert chosen_name(name) == chosen
    assert shown_name(name, hidden=False) == chosen


def test_their_own_copy_calls_them_as_they_like() -> None:
    assert first_name(named("Kezia", "Trelawny", "Kez")) == "Kez"
    assert first_name(named("Kezia", "Trelawny")) == "Kezia"
    assert first_name(named("", "Trelawny")) == "Trelawny"


def test_a_log_line_about_a_name_holds_the_reference_only() -> None:
    assert repr(named("Kezia", "Trelawny", "Kez")) == "NameParts(SC-0142)"


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=100)
def test_hiding_never_shows_more_than_two_letters(
    given_name: str, family_name: str, preferred_name: str
) -> None:
    name = named(given_name, family_name, preferred_name)
    letters = [one for one in initials(name) if not unicodedata.combining(one)]
    assert len(letters) <= 2
    assert shown_name(name, hidden=True).replace("SC-0142", "").strip("() \u2068\u2069") == (
        initials(name)
    )
