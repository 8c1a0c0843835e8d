"""Meetings begun from anywhere with Ctrl+K."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from coordinator.ui.places.every import LiveMeetingPlace, MeetingsPlace
from tests.ui.desktops import PATIENCE, Desktop, do, here
from tests.ui.person.test_person_window import form


def test_a_professionals_meeting_and_the_huddle_are_commands(
    desktop: Desktop, closed_store: Path, qtbot: QtBot
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Call a professionals' meeting")
    sheet = form(desktop, window)
    assert "A single meeting" in sheet.windowTitle()
    assert here(window) == MeetingsPlace()
    sheet.reject()
    do(window, "Outreach huddle now: the daily huddle")
    qtbot.waitUntil(lambda: isinstance(here(window), LiveMeetingPlace), timeout=PATIENCE)
    work.back()
    assert here(window) == MeetingsPlace()
