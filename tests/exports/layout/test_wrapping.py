"""Lines out of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.exports.layout.fonts import chain
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import TYPE
from coordinator.exports.layout.wrapping import Line, Run, wrap


def _text(line: Line) -> str:
    return "".join([text for span in line[0] for _font, text in span.parts])


def _width(line: Line) -> float:
    parts = [part for span in line[0] for part in span.parts]
    return sum(font.width(text) for font, text in parts) * TYPE.body.size


def test_every_line_but_the_last_ends_in_a_blank_so_that_words_do_not_run_together() -> None:
    for runs in ([Run("word " * 50)], [Run("Decision. ", bold=True), Run("wörd " * 50)]):
        *lines, last = wrap(runs, TYPE.body, 200.0)
        assert lines
        assert all(_text(line).endswith(" ") for line in lines)
        assert not _text(last).endswith(" ")


def test_a_bold_run_in_plain_text_stays_in_its_width() -> None:
    for line in wrap([Run("Plain "), Run("i i i " * 200, bold=True)], TYPE.body, 300.0):
        assert _width(line) <= 300.0 + 4


def test_a_word_in_two_weights_is_not_parted() -> None:
    (line,) = wrap([Run("Decision", bold=True), Run(". Keep")], TYPE.body, 400.0)
    assert _text(line) == "Decision. Keep"


@pytest.mark.parametrize("bold", [None, True])
@pytest.mark.parametrize(
    ("long", "lines"),
    [
        ("a.debska@mentalhealth.kerrow.example", 3),
        ("a.dębska@mentalhealth.kerrow.example", 3),
        ("https://kerrow.example/papers?id=12&of=3", 3),
        ("Wortzusammensetzungsungetuem", 2),
    ],
)
def test_what_is_too_long_for_a_line_is_cut_at_a_joint_and_stays_one_word(
    long: str, lines: int, bold: bool | None
) -> None:
    *cut, last = map(_text, wrap([Run("By "), Run(f"{long} only", bold=bold)], TYPE.body, 100.0))
    assert long in "".join([*cut, last])
    assert len(cut) >= lines - 1
    if "." in long:
        starts = [one for one in [*cut[1:], last] if one[0] != "."]
        before = [cut[at][-1] for at, one in enumerate([*cut[1:], last]) if one in starts]
        assert all(end in "@-/_:=&? " for end in before)


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.floats(20, 500))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text: str, width: float) -> None:
    words = one_line(text)
    lines = wrap([Run(words)], TYPE.body, width)
    blank = chain(bold=False).first.width(" ") * TYPE.body.size
    for line in lines:
        lone = len(_text(line).strip()) <= 1  # a single letter may be wider than a sliver
        assert lone or _width(line) <= width + blank + 0.01
    drawn = "".join([_text(line) for line in lines])
    assert len(drawn.replace(" ", "")) <= len(words.replace(" ", ""))
    if words.isascii():
        assert drawn.replace(" ", "") == words.replace(" ", "")
