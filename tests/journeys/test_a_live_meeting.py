"""A meeting of ten people run by its keys alone, from opening it to its approved minutes."""

import re
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from coordinator.casework.live.reads import read_live_item, read_live_meeting
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.exports.reading import everything, pages
from tests.house.tree import ROOT
from tests.journeys import live_xdotool
from tests.journeys.live_player import Morning, Player, doors_at, make_morning
from tests.journeys.live_script import Talk, keys, strokes_of
from tests.journeys.live_words import (
    ATTENDANCE,
    TALKS,
    URGENT_DECISION,
    URGENT_REASON,
    strokes_of_all,
)
from tests.ui.desktops import Desktop

MOST_KEYS = 40
_FURNITURE = re.compile(
    r"Porthkerris Complex Needs Panel OFFICIAL-SENSITIVE M26-\d+ minutes, approved"
    r" 19 November 2026\. Named workers only OFFICIAL-SENSITIVE Page \d+ of \d+ "
    r"(No\. Action Who What became of it )?"
)
"""What stands on each page; also the head of a table that goes on."""
_NUMBER = re.compile(r"(?=\b[AM]\d\d-\d+(?:/\d+)? )")


def keys_per_person() -> float:
    """Count every key of the meeting beyond the words, shared among those talked about."""
    return keys(chain.from_iterable(strokes_of_all().values())) / len(TALKS)


def test_a_person_takes_at_most_forty_keys_beyond_the_words() -> None:
    each = {talk.reference: keys(strokes_of(talk)) for talk in TALKS}
    print(f"keys per person: {keys_per_person():.1f} in all,", *each.values())  # noqa: T201 - a figure we quote
    assert len(each) == 10
    assert max(each.values()) <= MOST_KEYS
    assert keys_per_person() <= MOST_KEYS


def test_the_published_count_of_keys_is_the_one_that_is_counted() -> None:
    assert f"{keys_per_person():.1f} keys a person" in (ROOT / "README.md").read_text()


@pytest.fixture
def morning(tmp_path: Path) -> Morning:
    return make_morning(tmp_path / "store")


@pytest.mark.slow
def test_the_minutes_say_exactly_what_was_said_by_keys(
    desktop: Desktop, morning: Morning, tmp_path: Path
) -> None:
    waiting = numbers_of_open_actions(morning)
    clock = morning.clock()
    desktop.doors = doors_at(clock)
    window = desktop.start(morning.store)
    window.resize(1500, 1000)
    player = Player(window, clock)
    player.unlock()
    for strokes in strokes_of_all().values():
        player.play(strokes)
    window.close()

    check_minutes(morning, waiting, tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(not live_xdotool.is_possible(), reason="needs xdotool and an X display")
def test_the_same_strokes_through_a_real_desktop_give_the_same_minutes(
    morning: Morning, tmp_path: Path
) -> None:
    waiting = numbers_of_open_actions(morning)
    words = [sys.executable, "-m", "tests.journeys.live_xdotool", str(morning.store)]
    subprocess.run([*words, morning.at.isoformat()], cwd=ROOT, check=True)
    check_minutes(morning, waiting, tmp_path)


def check_minutes(morning: Morning, waiting: dict[str, list[str]], folder: Path) -> None:
    """Read the minutes back: they say what was said, and nothing else."""
    content = minutes_of(morning, folder)
    text = _FURNITURE.sub("", " ".join(" ".join(pages(content)).split()) + " ")
    check_frame(text)
    check_actions(text, waiting)
    check_people(text, morning)
    said = everything(content)
    assert not [one for talk in TALKS for one in talk.unsaid if one in said]


def numbers_of_open_actions(morning: Morning) -> dict[str, list[str]]:
    """Tell by person which actions were open before the meeting, as they are shown."""
    office = open_store(morning.store, DEMO_PASSPHRASE)
    office.desk = replace(office.desk, now=morning.clock())  # what is overdue stands first
    found = {}
    for line in read_live_meeting(office.desk, morning.meeting).lines:
        if line.entry.person is not None:
            item = read_live_item(office.desk, morning.meeting, line.entry.id)
            found[line.entry.person.reference] = [one.number for one in item.open_actions]
    office.close(back_up=False)
    return found


def minutes_of(morning: Morning, folder: Path) -> bytes:
    """Make the minutes as the program does, from a store that is whole."""
    office = open_store(morning.store, DEMO_PASSPHRASE)
    assert check_office(office).is_whole
    office.desk = replace(office.desk, now=morning.clock())
    reference = read_live_meeting(office.desk, morning.meeting).header.row.reference
    order = Order(PaperKind.MINUTES, folder, meeting=reference)
    (made,) = [one for one in make_papers(office.desk, [order]) if one.suffix == ".pdf"]
    office.close(back_up=False)
    return made.read_bytes()


def check_frame(text: str) -> None:
    """Who was there, when, and that it was approved."""
    for passage in (
        "Approved. By Morwenna Tresillick, Thu 19 November 2026.",
        "Time 09:55 to 11:05 ",
        "People discussed 11 ",
        "Read and agreed at 10:01.",
        "M26-046: agreed as a true record.",
        "E-mail of 19 November, 11:40",
        *ATTENDANCE,
    ):
        assert passage in text, passage


def check_actions(text: str, waiting: dict[str, list[str]]) -> None:
    """Each outcome that was said stands beside its action, and no other."""
    part = text.split("Actions from earlier meetings")[1].split("4. People discussed", 1)[0]
    rows = {row.split(" ", 1)[0]: row for row in _NUMBER.split(part)}
    for talk in TALKS:
        numbers = waiting[talk.reference]
        assert len(numbers) == len(talk.became)
        for number, became in zip(numbers, talk.became, strict=True):
            row = rows[number].split("Finished since")[0].split("Not done yet")[0]
            row = row.split(" Copy D")[0].rstrip(" .")  # the foot of a page
            assert row.removesuffix(" Still in progress").endswith(f" {became}"), rows[number]


def check_people(text: str, morning: Morning) -> None:
    """What is written of each person is what was said of them, to the word."""
    part = text.split("4. People discussed")[1].split("5. Sign-off", 1)[0]
    written = part.split("Lead professional ")[1:]
    set_aside = [one for one in written if "Deferred: " in one]
    assert [_deferred(one) for one in set_aside] == [
        "His worker is away until next week",
        "The time was up before we came to it",
    ]
    talked = [one for one in written if one not in set_aside]
    (urgent,) = [one for one in talked if URGENT_REASON in one]
    assert f"Decision. {URGENT_DECISION} Why. Nobody was told the last time" in urgent
    talked.remove(urgent)
    for one, talk in zip(talked, TALKS, strict=True):
        assert f"Next review {talk.review} " in one
        assert one.startswith(talk.leads)
        told = _own_part(one)
        assert told == passage(talk), talk.reference


def _deferred(written: str) -> str:
    return written.split("Deferred: ")[1].split(" Why listed.", 1)[0]


def _own_part(written: str) -> str:
    """Cut out what was said: not the head of this person, nor the name of the next."""
    told = "What agencies told" + written.split("What agencies told")[1]
    told = re.sub(r"What (?!agencies)[^.]*? says \(told by [^)]*\)", "They say:", told)
    told = re.sub(r"M26-047/\d+", "M26-047/_", re.sub(r" Copy D\d\d-\d{4}", "", told))
    return re.split(r"(?<=\d (?:Nov|Dec))(?: (?=PK-)| (?=\S+ \S+ -0019PK)| $)", told)[0].strip()


def passage(talk: Talk) -> str:
    """Write what the minutes have to say of a person, from the notes to the action."""
    came = [f"Lead handed over from {talk.led}, to {talk.leads}."] if talk.led else []
    offers = [f"• {one.agency}: {one.words}" for one in talk.offers]
    came += ["What agencies offered", *offers] if offers else []
    notes = [f"• {one.agency} (Thu 19 Nov): {one.words}" for one in talk.notes]
    how = "Agreed by all; the chair asked whether anyone disagreed and nobody did."
    if talk.dissent is not None:
        against = talk.dissent.agency
        how = f"Agreed by all but {against} Seen differently by {against}: {talk.dissent.words}"
    reason = talk.reason[:1].upper() + talk.reason[1:]
    action = talk.action
    return " ".join(
        (
            "What agencies told the meeting",
            *notes,
            f"They say: {talk.view}",
            f"Decision. {talk.decision} Why. {reason} How it was decided. {how}",
            *came,
            f"No. Action Who By when M26-047/_ {action.words}",
            f"{action.owner} {action.due}",
        )
    )
