"""Is it working, through the unlocked window by keys: what was found, counted, scored and said."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.stores.opening import Office
from coordinator.domain.actions.rules import NewAction
from coordinator.ui.kit.shortcuts import Key
from tests.exports.reading import words as words_of
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import papers, save
from tests.meetings import add_case, next_meeting_of, weekly
from tests.offices import WORKER
from tests.stores import NOON
from tests.ui.desktops import Desktop
from tests.ui.said import press

__all__ = ["papers"]

NOT_TRAINED = (
    "Whoever asked is not known to be trained to ask about past harm: how did it come to that,"
    " and who looks after the person now?"
)


@pytest.fixture
def store(office: Office) -> Path:
    """A closed store: somebody with an action, and a meeting every week."""
    desk = office.desk
    due = desk.today() + timedelta(days=7)
    next_meeting_of(desk, weekly(desk, due))
    person, _case = add_case(desk, "Petroc")
    add_action(desk, NewAction("Find a room for two", WORKER, due, person))
    office.close(back_up=False)
    return office.folder.path


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_found_of_somebody_is_noted_by_keys(
    desktop: Desktop, store: Path, papers: Path
) -> None:
    hands = Hands.at(desktop, store, NOON)
    hands.find("Petroc")
    to_needs_and_a_risk(hands)
    to_past_harm(hands)
    switch_on(hands)
    to_a_score(hands)
    to_counts(hands)
    to_a_theme(hands)
    to_the_report(hands)
    save(desktop, hands.work)
    (paper,) = papers.glob("*.pdf")
    assert "Few were asked" in words_of(paper.read_bytes())
    hands.leave()


def to_needs_and_a_risk(hands: Hands) -> None:
    """Two areas of need, a risk the person knows of, and strengths not yet asked about."""
    hands.sees("Strengths: not yet asked.")
    hands.go_to("Note what was found: Needs")
    hands.keys("Space")
    hands.answer(
        "Keep it",
        {
            "Housing and homelessness": "High",
            "Housing and homelessness: what is seen": "In a van",
            "Alcohol": "Some",
            "Drugs": "Not known",
            "The main need": "Housing",
        },
    )
    hands.sees("2 areas of need, 1 high; 1 area not known; 11 areas not asked")
    hands.press("Note a risk")
    hands.answer(
        "Note the risk",
        {
            "What could happen": "Freezes in the van",
            "What brings it on": "A cold night",
            "What keeps it from happening": "The dog",
            "What we do": "Knock every frost",
            "Level": "The person",
            "Does the person know?": "Yes",
        },
    )
    hands.sees("What we do: Knock every frost. The person knows of it.")
    hands.sees("What keeps them safer belongs beside what could happen.")


def to_past_harm(hands: Hands) -> None:
    """Whoever is not trained says how it came to that; nothing typed is lost by the question."""
    press(hands.work, "Note it: Asked about the past")
    hands.go_to("What came of it")
    hands.say("Declined")
    hands.go_to("What the person wishes")
    hands.say("Not at the clinic")
    hands.keys(Key.DO_IT)
    hands.sees(NOT_TRAINED)
    hands.answer("Keep it", {NOT_TRAINED: "He began to tell; the outreach nurse looks after him"})
    hands.sees("Not at the clinic")


def switch_on(hands: Hands) -> None:
    """Assessments, money and themes."""
    hands.find("The panel")
    hands.sees("Off until you need it")
    for words in ("Assessments", "Personal budgets and money", "Themes of the whole area"):
        box = next(
            x for x in hands.work.findChildren(QCheckBox) if x.text() == words and x.isVisible()
        )
        box.click()
        hands.player.rest()


def to_a_score(hands: Hands) -> None:
    """One item known of ten: the total says so."""
    hands.find("Petroc")
    hands.press("Open the assessments")
    hands.press("Score: Needs score")
    hands.answer("Keep it", {"Engagement": "3", "Why: Engagement": "Opened the door"})
    hands.sees("3, from 1 of 10 items")


def to_counts(hands: Hands) -> None:
    """A month of calls, and nought only where somebody looked."""
    hands.find("Petroc")
    hands.press("Note a count")
    hands.answer(
        "Keep it",
        {
            "What is counted": "Police calls",
            "From": "1/10/2026",
            "Until": "31/10/2026",
            "How often": "4",
            "Who counted": "Kerrow Police",
        },
    )
    hands.sees("Police calls and incidents")
    hands.sees("Police calls and incidents, 1 Oct 2026 to 31 Oct 2026: 4")


def to_a_theme(hands: Hands) -> None:
    """An issue of the area, and a note of what was learnt."""
    hands.find("Themes")
    hands.press("Add a theme")
    hands.answer("Save", {"What the issue is": "Homes taken over by others"})
    hands.sees("Homes taken over by others")
    hands.find("Learning")
    hands.press("Write a note")
    hands.answer(
        "Save",
        {"What it is about": "KP-0001", "What happened?": "Three workers asked the same."},
    )
    hands.sees("Three workers asked the same.")
    assert "KP-0001" in hands.line_of(hands.table("Learning"))


def to_the_report(hands: Hands) -> None:
    """Words beside the needs, and the paper of it."""
    hands.find("Is it working")
    press(hands.work, "Needs: Say something beside it")
    hands.answer("Save", {"What the counts alone do not say": "Few were asked"})
    hands.press("Paper and spreadsheet")
