"""From an empty folder to printed minutes, through the window alone: the first week of a panel."""

import re
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.stores.opening import open_store
from coordinator.reference.working_days import add_working_days
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.shell.workplace import Workplace
from tests.exports.reading import words as words_of
from tests.journeys.live_player import Player, WallClock, doors_at
from tests.journeys.live_script import ENTER, Pass, Press, Say
from tests.journeys.test_an_old_spreadsheet import (
    A_WHILE,
    Printer,
    actions,
    bring_in,
    first_run,
    papers,
    people,
    press_shown,
    printer,
)
from tests.journeys.test_from_referral_to_plan import write
from tests.offices import WORDS
from tests.ui.desktops import Desktop, says

__all__ = ["papers", "printer"]

LONDON = ZoneInfo("Europe/London")
DECIDED = "Ask for a room on the ground floor"


@pytest.mark.slow
def test_an_empty_folder_becomes_minutes_on_paper(
    desktop: Desktop, tmp_path: Path, papers: Path, printer: Printer
) -> None:
    store = tmp_path / "new"
    on = begin(desktop, store)

    clock = WallClock(datetime.combine(on, time(10), LONDON))
    desktop.doors = doors_at(clock)
    window = desktop.start(store)
    work = desktop.unlock(window)
    player = Player(window, clock)
    hold(desktop, player, work, add_working_days(on, 1))
    press_shown(desktop, work, "Back to the items")
    player.play([Press(Key.MEETINGS)])
    press_shown(desktop, work, "Open")
    press_shown(desktop, work, "Papers")
    press_shown(desktop, work, "Print")
    desktop.qtbot.waitUntil(lambda: bool(printer.sent), timeout=A_WHILE)

    text = words_of(printer.sent[-1])
    for said in (
        "Approved. By Jo Carne, ",
        "Read and agreed at 10:06.",
        "Kerrow Council Aled Hâf Present",
        "Ring the landlord, then write KT (KCN-0001) Jo Carne Kerrow Homes Done",
        "The landlord answered",
        f"Decision. {DECIDED}",
        "Why. The stairs are too much",
        "Deferred: No time left",
    ):
        assert said in text, said
    assert re.search(rf"M{on:%y}-001/\d+ Ring the ward Jo Carne Kerrow Homes", text), text


def begin(desktop: Desktop, store: Path) -> date:
    """Make the panel, bring in its old list, write the agenda; give the day of its meeting."""
    window = desktop.start()
    work = first_run(desktop, window, store)
    today = work.sitting.reading.today()
    press_shown(desktop, work, "Bring people and actions in")
    bring_in(desktop, work, people(today), "3 people")
    bring_in(desktop, work, actions(today), "2 actions")
    press_shown(desktop, work, "Go on to the agenda")
    press_shown(desktop, work, "Write the agenda")
    desktop.qtbot.waitUntil(lambda: "The agenda is up to date." in says(work), timeout=A_WHILE)
    window.close()
    office = open_store(store, WORDS)
    meeting = next_meeting(office.desk)
    office.close(back_up=False)
    assert meeting is not None
    return meeting.on


def hold(desktop: Desktop, player: Player, work: Workplace, due: date) -> None:
    """Hold the meeting by its keys: an outcome, a note, a decision, an action, a review."""
    player.play([Press(Key.MEETINGS)])
    press_shown(desktop, work, "Begin")
    player.rest()
    player.play([Pass(6), Press("1")])
    write(desktop, work, "Chair today", "Jo Carne, Kerrow Homes")
    press_shown(desktop, work, "Use these")
    player.rest()
    player.play([Press("1"), Press("3"), Press(Key.WHO_HERE)])
    player.play([Press(Key.LIVE_NEXT), Press(Key.LIVE_OUTCOMES), Press("1")])
    player.play([Press(Key.LIVE_SAID), Say("The landlord answered", "council: "), ENTER])
    player.play([Say("nobody has met them yet to tell them"), ENTER])  # why it cannot wait
    player.play([Press(Key.LIVE_DECIDE), Say(DECIDED), ENTER])
    player.play([Say("the stairs are too much"), ENTER, Press("Y"), Press("N")])
    player.play([Press(Key.LIVE_ACTION), Say("Ring the ward", "Jo, ", f", by {due.day} {due:%b}")])
    player.play([ENTER, Press(Key.REVIEW), Press("2"), ENTER, Pass(6), Press(Key.LIVE_NEXT)])
    player.play([Press(Key.LIVE_END), Press("4"), Say("No time left"), ENTER, Press(Key.DO_IT)])
    player.play([Press("Space"), Pass(30), Say("E-mail of today"), ENTER])
