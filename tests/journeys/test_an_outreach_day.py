"""A day of outreach through the unlocked window: the sheet, its results, somebody missing."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.outreach.missing import find_missing
from coordinator.casework.outreach.reads import find_sheet
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import Office, open_store
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact
from coordinator.ui.kit.shortcuts import Key
from tests.exports.reading import words as words_of
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import A_WHILE, Printer, printer
from tests.meetings import add_case
from tests.offices import WORDS, WORKER
from tests.stores import NOON, TODAY
from tests.ui.desktops import Desktop

__all__ = ["printer"]

SEEN = (("Ann", 40), ("Ben", 20), ("Cat", 10))
"""Who was seen how many days ago."""
ROUND = {"A": ("6", "Nobody at the tent"), "B": ("2", "By the bridge"), "C": ("7", "")}
"""By initials, as the sheet has them: the key of what came of it, what is typed beside it."""


@pytest.fixture
def people(office: Office) -> dict[str, UUID]:
    """Three people in a closed store, seen at different times."""
    desk, found = office.desk, {}
    for name, days in SEEN:
        person, _case = add_case(desk, name, opened_on=TODAY - timedelta(days=300))
        at = NOON - timedelta(days=days)
        met = NewContact(person, at, ContactType.STREET, ContactResult.MET_BRIEF, worker_id=WORKER)
        log_contact(desk, met)
        found[name] = person
    office.close(back_up=False)
    return found


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_of_outreach_from_the_sheet_to_somebody_found_again(
    desktop: Desktop, office: Office, people: dict[str, UUID], printer: Printer
) -> None:
    store = office.folder.path
    hands = Hands.at(desktop, store, NOON)
    make_the_sheet(hands)
    hands.press("On paper")
    hands.press("Print")
    desktop.qtbot.waitUntil(lambda: bool(printer.sent), timeout=A_WHILE)
    hands.keys(Key.OUTREACH)
    enter_results(hands)
    note_missing(hands)
    find_again(hands)
    hands.leave()

    check_paper(words_of(printer.sent[-1]))
    check_store(store, people)


def make_the_sheet(hands: Hands) -> None:
    """Make today's sheet, and give somebody on it to another worker than saw them last."""
    hands.keys(Key.OUTREACH)
    hands.press("Make the sheet")
    hands.choose("People to find", "Not seen for 40 days")
    hands.keys(Key.WHO_LOOKS)
    hands.answer("Say so", {"Who": "Dylan Ashdown, Kerrow Police"})


def enter_results(hands: Hands) -> None:
    """Type what came of the round, one line after another, and keep it as one."""
    rows = hands.table("People to find")
    rows.setFocus()
    hands.keys("Home")
    for _at in range(len(ROUND)):
        (key, note) = next(
            said for name, said in ROUND.items() if hands.line_of(rows).startswith(name)
        )
        hands.keys(key)
        hands.type(note)
        hands.keys("Enter")
    hands.keys(Key.SAVE)
    hands.sees("What came of it is entered for 3.")


def note_missing(hands: Hands) -> None:
    """Note on the page of somebody not seen for long that they are missing."""
    hands.find("Ann")
    hands.sees("Staying at")
    hands.find("Note that they are missing")
    hands.answer(
        "Note it",
        {
            "Where": "The quay",
            "Were the police told?": "Yes",
            "On which day": "19/11/2026",
            "Their reference": "KP-4471",
        },
    )
    hands.find("Ann")
    hands.sees("Staying at")


def find_again(hands: Hands) -> None:
    """Meet them two days later; the page asks whether they were found."""
    hands.wait_days(2)
    hands.keys(Key.NOTE_CONTACT)
    hands.answer("Keep it", {"With whom": "KP-0001", "What came of it": "Met briefly"})
    hands.find("Ann")
    hands.press("Note that they were found")
    hands.answer("Found", {"Where, by whom, how they are": "At the drop-in, cold"})


def check_paper(text: str) -> None:
    """The sheet says whom to find and who looks."""
    for said in ("KP-0001", "KP-0002", "KP-0003", "Dylan Ashdown", "Rhys Roskilly"):
        assert said in text, said


def check_store(store: Path, people: dict[str, UUID]) -> None:
    """Read back what the window wrote."""
    office = open_store(store, WORDS)
    sheet = find_sheet(office.desk, TODAY)
    missing = find_missing(office.desk).missing
    last = find_contacts(office.desk, people["Ann"]).rows[0]
    office.close(back_up=False)
    assert sheet is not None
    assert {line.person: line.contact.result for line in sheet.lines if line.contact} == {
        people["Ann"]: ContactResult.NOT_THERE,
        people["Ben"]: ContactResult.MET_BRIEF,
        people["Cat"]: ContactResult.NO_REPLY,
    }
    assert missing == ()
    assert last.result is ContactResult.MET_BRIEF
