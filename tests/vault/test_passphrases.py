"""Which passphrases are refused, and the word for how strong one is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import WeakPassphraseError
from coordinator.vault.passphrases import Strength, check_passphrase, strength_of


@pytest.mark.parametrize(
    ("passphrase", "rule"),
    [
        ("", "short"),
        ("demo", "short"),
        ("kX9!vQ2z#Lm", "short"),
        ("a       b       c", "short"),
        ("aaaaaaaaaaaaaaaa", "repeated"),
        ("ababababababab", "repeated"),
        ("bucket bucket bucket", "repeated"),
        ("passwordpassword", "repeated"),
        ("password2024!", "common"),
        ("P@ssw0rd2024!!", "common"),
        ("Welcome12345", "common"),
        ("qwertyuiop123", "common"),
        ("1q2w3e4r5t6y", "common"),
        ("123456789012", "common"),
        ("abcdefghijklmnop", "common"),
        ("987654321098", "common"),
        ("September 2026!", "common"),
        ("Council Panel 1", "common"),
        ("correct horse battery staple", "common"),
        ("i love you password", "common"),
    ],
)
def test_what_would_be_tried_first_is_refused(passphrase: str, rule: str) -> None:
    with pytest.raises(WeakPassphraseError) as refused:
        check_passphrase(passphrase)
    assert refused.value.rule == rule
    assert strength_of(passphrase) is Strength.WEAK


@pytest.mark.parametrize(
    "passphrase",
    [
        "walnut gravel thimble oboe",
        "the panel met under my walnut tree",
        "kX9!vQ2z#Lm4",
        "gwyn\u0177 m\u00f4r \u00e2 chledd\u0177f",
        "839201746582",
    ],
)
def test_what_takes_long_to_guess_is_accepted(passphrase: str) -> None:
    check_passphrase(passphrase)
    assert strength_of(passphrase) is not Strength.WEAK


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("sunflowerfield", "weak"),
        ("Sunflower 2026", "weak"),
        ("walnut gravel thimble", "fair"),
        ("walnut gravel thimble oboe", "good"),
        ("walnut gravel thimble oboe lantern", "strong"),
        ("walnut gravel thimble walnut gravel", "fair"),
    ],
)
def test_the_strength_has_a_plain_word(passphrase: str, word: str) -> None:
    assert strength_of(passphrase).value == word


@given(text=st.text(max_size=40))
def test_any_text_gets_an_answer_that_agrees_with_the_rule(text: str) -> None:
    strength = strength_of(text)
    try:
        check_passphrase(text)
    except WeakPassphraseError:
        assert strength is Strength.WEAK
