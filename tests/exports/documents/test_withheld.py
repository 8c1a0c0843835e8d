"""What is not in the read model is nowhere in the file, whatever was printed before."""

import pytest

from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import Press, lay_out
from tests.exports import examples, reading

SECRET = "Rumpelstiltskin Żółw 960987"


@pytest.fixture
def press_that_printed_the_secret() -> Press:
    press = Press()
    press.lay_out(
        PaperKind.MINUTES,
        examples.minutes(people=(examples.discussed(name=SECRET, restricted=SECRET),)),
    )
    return press


def test_a_copy_without_the_restricted_paragraph_holds_no_word_of_it() -> None:
    full = lay_out(
        PaperKind.MINUTES, examples.minutes(people=(examples.discussed(restricted=SECRET),))
    )
    less = lay_out(PaperKind.MINUTES, examples.minutes(people=(examples.discussed(),)))
    assert "Rumpelstiltskin" in reading.everything(full)
    for word in SECRET.split():
        assert word not in reading.everything(less)
    assert "restricted" not in reading.everything(less).casefold()


def test_a_press_carries_nothing_over_into_the_next_paper(
    press_that_printed_the_secret: Press,
) -> None:
    with press_that_printed_the_secret as press:
        paper = press.lay_out(PaperKind.PLAN, examples.plan())
    with Press() as fresh:
        assert paper == fresh.lay_out(PaperKind.PLAN, examples.plan())
    for word in SECRET.split():
        assert word not in reading.everything(paper)


def test_the_search_finds_what_is_hidden_in_titles_alternatives_and_links() -> None:
    paper = lay_out(PaperKind.PACK, examples.pack(1))
    everything = reading.everything(paper)
    assert "SC-0142, TG" in everything  # the words of a link
    assert "pdfuaid" in everything  # the metadata
