"""Somebody asks what is held: from the request to the paper in their hands, through the window."""

from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.disclosing.reading import check_paper
from coordinator.casework.people.safety import add_warning
from coordinator.casework.stores.opening import Office, open_store
from coordinator.domain.states import AccessStatus, Answer, Sensitivity
from coordinator.ui.kit.shortcuts import Key
from tests.exports.reading import everything, words
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import papers
from tests.meetings import add_case
from tests.offices import WORDS
from tests.stores import NOON
from tests.ui.desktops import Desktop

__all__ = ["papers"]

SECRET, NAMED, PLAIN = "The neighbour rang about it", "Mrs Hocking keeps the key", "Knock twice"


@pytest.fixture
def person(office: Office) -> UUID:
    """Somebody about whom two entries are for the officer, in a closed store."""
    desk = office.desk
    found, _case = add_case(desk, "Ben")
    for text, kind in (
        (SECRET, Sensitivity.SERIOUS_HARM),
        (NAMED, Sensitivity.THIRD_PARTY),
        (PLAIN, Sensitivity.STANDARD),
    ):
        add_warning(
            desk, found, text=text, source="Police", person_told=Answer.YES, sensitivity=kind
        )
    office.close(back_up=False)
    return found


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_request_is_checked_decided_printed_sent_and_closed(
    desktop: Desktop, office: Office, person: UUID, papers: Path
) -> None:
    hands = Hands.at(desktop, office.folder.path, NOON)
    record_it(hands)
    decide(hands)
    make_the_paper(hands)
    close_it(hands)
    hands.leave()

    (paper,) = papers.iterdir()
    read_it(paper.read_bytes())
    reopened = open_store(office.folder.path, WORDS)
    desk = reopened.desk
    (row,) = find_access_requests(desk, person=person)
    (logged,) = check_paper(desk, sha256(paper.read_bytes()).hexdigest()).rows
    reopened.close(back_up=False)
    assert row.status is AccessStatus.SENT
    assert (logged.paper, logged.recipient) == ("access", "The person themselves")


def record_it(hands: Hands) -> None:
    """From their page: they ask; who asks is checked; it goes to the officer."""
    hands.find("Ben")
    hands.find("They ask to see what is held")
    hands.sees("Nobody has asked to see what is held about them.")
    hands.press("Record a request")
    hands.answer("Record the request", {"Who asks, and how": "Himself, at the hub"})
    hands.sees("The answer is owed Mon 21 Dec.")
    hands.press("It was checked who asks")
    hands.answer("Note it", {"How": "Known to the outreach nurse"})
    hands.press("Hand it to the officer")
    hands.answer("Hand it over", {"Who decides what is given": "J. Penhale"})
    hands.sees("J. Penhale decides.")


def decide(hands: Hands) -> None:
    """By keys: withhold what could harm, give the other in part."""
    for words_, key, said in (
        ("harm", Key.THIRD, {"Why": "Somebody would be hurt"}),
        (
            "somebody else",
            Key.SECOND,
            {"What the person gets instead": "A neighbour keeps the key", "Why": "Names her"},
        ),
    ):
        hands.choose("Entries to decide", words_)
        hands.keys(key)
        hands.answer("Keep the decision", said)


def make_the_paper(hands: Hands) -> None:
    """Make what they get, and save it."""
    hands.press("Make the paper")
    hands.press("Save")
    hands.answer("Save")
    hands.sees("Saved:")
    hands.keys(Key.BACK)


def close_it(hands: Hands) -> None:
    """It was handed over: the request is closed; what went to whom is one click away."""
    hands.press("The answer went")
    hands.answer("Close the request")
    hands.press("Disclosure schedule")
    hands.sees("What is held on KP-0001")


def read_it(data: bytes) -> None:
    """Look at the paper as a person would, and into its every layer."""
    said, found = words(data), everything(data)
    assert PLAIN in said
    assert "A neighbour keeps the key" in said
    assert "If you want to complain" in said
    for kept in (SECRET, NAMED, "Hocking", "Somebody would be hurt", "Names her"):
        assert kept not in found
