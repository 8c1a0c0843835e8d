"""Small counts in words."""

from coordinator.domain.small_numbers import Hidden
from coordinator.wording.small_numbers import number_words, people_words


def test_small_counts_are_written_as_what_they_are_fewer_than() -> None:
    assert [people_words(count) for count in (0, 1, 4, 5, 12)] == [
        "0",
        "fewer than 5",
        "fewer than 5",
        "5",
        "12",
    ]
    assert number_words(Hidden.GIVES_AWAY) == "not given, so that nobody can be told"
