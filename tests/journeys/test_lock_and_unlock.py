"""Locked in the middle of a sentence and unlocked again, by keys: everything is where it was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import PlanPlace
from coordinator.ui.shell.unlock import UnlockPage
from tests.journeys.hands import Hands
from tests.offices import WORDS
from tests.stores import NOON
from tests.ui.desktops import Desktop, closed_store

__all__ = ["closed_store"]

FIELD = "What matters to me"
SENTENCE = "The dog stays with me, whatever"
WHERE = "By the harbour, as agreed"


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_locked_in_the_middle_of_a_sentence_everything_is_where_it_was(
    desktop: Desktop, closed_store: Path
) -> None:
    hands = Hands.at(desktop, closed_store, NOON)
    hands.find("Petroc")
    hands.keys(Key.PLAN)
    hands.press("Begin the plan")
    area_of(hands).setFocus()
    hands.type(SENTENCE)
    person = hands.place
    lock(hands)

    hands.type("not the passphrase")
    hands.keys("Enter")
    hands.sees("does not open this store")
    hands.keys("Ctrl+A")
    hands.unlock(WORDS)
    assert isinstance(hands.place, PlanPlace)
    assert hands.place == person
    hands.player.until(lambda: area_of(hands).text() == SENTENCE)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_locked_over_a_form_what_was_typed_in_it_is_there_again(
    desktop: Desktop, closed_store: Path
) -> None:
    hands = Hands.at(desktop, closed_store, NOON)
    hands.find("Petroc")
    hands.find("Note a contact")
    hands.go_to("Where")
    hands.type(WHERE)
    hands.keys(Key.LOCK)
    assert_locked(hands)

    hands.unlock(WORDS)
    hands.find("Note a contact")
    hands.sees("What you had typed before is here again.")
    hands.answer("Keep it", {"What came of it": "Met briefly", "How": "On the street"})
    hands.sees(WHERE)


def lock(hands: Hands) -> None:
    """Lock by the key of it, and look for what is left."""
    hands.keys(Key.LOCK)
    assert_locked(hands)


def assert_locked(hands: Hands) -> None:
    """Nothing of the panel is left in the window, and the keys are where the passphrase goes."""
    window = hands.desktop.windows[-1]
    hands.player.until(lambda: isinstance(window.centralWidget(), UnlockPage))
    assert window.workplace is None
    assert not QApplication.activeModalWidget()
    assert "Petroc" not in hands.says()


def area_of(hands: Hands) -> Area:
    """Give the text of the plan that is typed in."""

    def found() -> list[Area]:
        every = hands.work.findChildren(Area)
        return [one for one in every if one.accessibleName() == FIELD and one.isVisible()]

    hands.player.until(lambda: bool(found()))
    return found()[0]
