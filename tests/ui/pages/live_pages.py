"""Pages of a meeting that is held, with real rows."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import escalate_barrier, identify_barrier
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.live.reads import read_live_around, read_live_item, read_live_meeting
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.plans.reading import read_plan
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.rules import NewRequest
from coordinator.domain.states import ActionStatus
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.agreed.view import AgreedPart
from coordinator.ui.screens.live_meeting.money.flows import Said
from coordinator.ui.screens.live_meeting.money.view import MoneyHerePart
from coordinator.ui.screens.live_meeting.outcomes.view import OutcomesPart
from coordinator.ui.screens.live_meeting.who.asking import Deed
from coordinator.ui.screens.live_meeting.who.view import WhoPart
from coordinator.ui.shell.commands import Commands
from coordinator.ui.shell.helping import ShortcutsDialog
from coordinator.ui.shell.workplace import Workplace
from tests.switched import switch_on
from tests.ui.driving import Shown, at_place, deeds, settle
from tests.ui.live_meeting.live_panels import LivePanel
from tests.ui.pages.live_closing_pages import every_place_of_closing
from tests.ui.pages.live_deciding_pages import every_place_of_deciding
from tests.ui.pages.live_wall_pages import every_place_of_walls
from tests.ui.panels import MadeUp


def every_place_of_live_meetings(panel: MadeUp) -> Iterator[Shown]:
    """Give the screen of a meeting under way."""
    yield Shown("live-meeting", partial(_live, panel))
    yield Shown("live-outcomes", partial(_outcomes, panel))
    yield Shown("live-why-not", partial(_why_not, panel))
    yield Shown("live-escalate", partial(_escalate, panel))
    yield Shown("live-agreed", partial(_agreed, panel))
    yield Shown("live-opening", partial(_opening, panel))
    yield Shown("live-who", partial(_substitute, panel))
    yield Shown("live-keys", partial(_keys, panel))
    yield Shown("live-money", partial(_money, panel))
    yield from every_place_of_deciding(panel)
    yield from every_place_of_closing(panel)
    yield from every_place_of_walls(panel)


def _live(panel: MadeUp) -> QMainWindow:
    return at_place(panel.live, LiveMeetingPlace(panel.live.meeting))


def _outcomes(panel: MadeUp) -> QMainWindow:
    """Somebody's open actions: one could not be done, the keys are on the next."""
    window = at_place(panel.live, LiveMeetingPlace(panel.live.meeting, _busy_item(panel.live)))
    part = window.findChildren(OutcomesPart)[0]
    part.rows.setFocus()
    return window


def _why_not(panel: MadeUp) -> QMainWindow:
    """One key says why: all that can be in the way."""
    window = _outcomes(panel)
    part = window.findChildren(OutcomesPart)[0]
    for key in (Qt.Key.Key_4, Qt.Key.Key_0):
        QTest.keyClick(part.rows, key)
    return window


def _escalate(panel: MadeUp) -> QMainWindow:
    """What could not be done is to be escalated: whom, what and by when on one line."""
    window = _outcomes(panel)
    part = window.findChildren(OutcomesPart)[0]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_E):
        QTest.keyClick(part.rows, key)
    return window


def _agreed(panel: MadeUp) -> QMainWindow:
    """What was agreed on somebody; one line is being put right."""
    window = at_place(panel.live, LiveMeetingPlace(panel.live.meeting, _busy_item(panel.live)))
    part = window.findChildren(AgreedPart)[0]
    window.resize(1024, 700)
    window.show()
    settle()
    part.rows.setFocus()
    QTest.keyClick(part.rows, Qt.Key.Key_Return)
    part.rows.come_into_sight()
    return window


def _money(panel: MadeUp) -> QMainWindow:
    """A request waits for a decision; less than all of it is being agreed."""
    item = _busy_item(panel.live)
    _ask_for_money(panel.live, item)
    window = at_place(panel.live, LiveMeetingPlace(panel.live.meeting, item))
    window.resize(1024, 700)
    window.show()
    settle()
    part = window.findChildren(MoneyHerePart)[0]
    part.decide_asked.emit(None)
    part.question.chosen.emit(Said.PART)
    settle()
    return window


def _ask_for_money(live: LivePanel, item: UUID) -> None:
    """Ask for money, once, for whom an item is about."""
    shown = read_live_item(live.desk, live.meeting, item)
    person = shown.record.entry.person
    if shown.money.lines or person is None:
        return
    goal = read_plan(live.desk, person.id).goals[0].line.id
    asker = next(one.id for one in read_live_around(live.desk, live.meeting).professionals)
    new = NewRequest(
        "A bed and a mattress", 32_000, FundingSource.PERSONAL_BUDGET, goal, asked_by=asker
    )
    switch_on(live.desk, Feature.MONEY)
    ask_for_money(live.desk, person.id, new)


def _busy_item(live: LivePanel) -> UUID:
    """Give the item of somebody with open actions; once, let the room go through some of it."""
    desk = live.desk
    lines = read_live_meeting(desk, live.meeting).lines
    people = [line.entry.id for line in lines if line.entry.person is not None]
    items = [read_live_item(desk, live.meeting, one) for one in people]
    item = max(items, key=lambda one: len(one.open_actions))
    person = item.record.entry.person
    if item.settled or person is None or not item.open_actions:
        return item.record.entry.id
    around = read_live_around(desk, live.meeting)
    posts = [one for one in around.professionals if one.left_on is None]
    for owner in posts[3:5]:
        new_action = NewAction("Go along to the bank", owner.id, around.today, person_id=person.id)
        add_action(desk, new_action)
    first = item.open_actions[0]
    why = Outcome(ActionStatus.COULD_NOT, barrier=BarrierCategory.HOUSING_NONE_SUITABLE)
    here = Occasion(meeting_id=live.meeting)
    set_outcome(desk, first.id, why, seen=first.revision, occasion=here)
    new = NewBarrier(
        BarrierCategory.MH_THRESHOLD, person_id=person.id, description="Turned away twice."
    )
    escalate_barrier(desk, identify_barrier(desk, new).result, seen=1)
    texts = ("Ask the ward for a discharge meeting", "Find the letter from the benefits office")
    for text, owner in zip(texts, (posts[2], posts[-1]), strict=True):
        due = around.next_meeting_on or around.today
        add_action(
            desk, NewAction(text, owner.id, due, person_id=person.id, meeting_id=live.meeting)
        )
    return item.record.entry.id


def _keys(panel: MadeUp) -> QWidget:
    window = _live(panel)
    window.resize(1024, 700)
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    here = work.screen_shown.actions if work.screen_shown is not None else ()
    dialog = ShortcutsDialog(window, Commands(window, deeds()), here)
    dialog.owner = window  # type: ignore[attr-defined]
    return dialog


def _opening(panel: MadeUp) -> QMainWindow:
    return at_place(panel.opening, LiveMeetingPlace(panel.opening.meeting))


def _substitute(panel: MadeUp) -> QMainWindow:
    window = _live(panel)
    who = window.findChild(WhoPart)
    assert who is not None
    row = next(one for one in who.list.rows() if one.is_unsaid)
    who.asked.emit(Deed.SUBSTITUTE, row.id)
    who.box.line.fill("Gwen Osei, deputy manager")
    return window
