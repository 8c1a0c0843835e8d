"""How long ago somebody was seen: one way to say it, and never said when nobody was."""

from datetime import date, timedelta

import pytest

from coordinator.domain.people.contacts import SinceSeen
from coordinator.wording.seeing import seen_ago, seen_briefly, seen_words, told_seen

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "sentence", "below_a_title"),
    [
        (0, "Seen today", "Today"),
        (1, "Seen yesterday", "Yesterday"),
        (12, "Seen 12 days ago", "12 days ago"),
        (14, "Seen 14 days ago", "14 days ago"),
        (17, "Not seen since 3 Nov, 17 days", "17 days ago"),
        (70, "Not seen since 11 Sept, 10 weeks", "10 weeks ago"),
        (400, "Not seen since 16 October 2025, 13 months", "13 months ago"),
        (-2, "Day last seen is to be checked", "Date to check"),
    ],
)
def test_it_is_told_in_days_and_past_a_fortnight_since_when(
    days: int, sentence: str, below_a_title: str
) -> None:
    on = TODAY - timedelta(days=days)
    assert (seen_words(on, TODAY), seen_ago(on, TODAY)) == (sentence, below_a_title)


def test_never_seen_is_said_in_words() -> None:
    assert {tell(None, TODAY) for tell in (seen_words, seen_ago, seen_briefly)} == {"Never seen"}


def test_little_room_leaves_the_day_out() -> None:
    assert seen_briefly(TODAY - timedelta(days=70), TODAY) == "Seen 10 weeks ago"


def test_of_nobody_nothing_is_said() -> None:
    assert told_seen(None, TODAY) == ""
    assert told_seen(SinceSeen(None), TODAY) == "Never seen"
