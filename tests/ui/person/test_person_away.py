"""What a person's page says of work that went away: that something stayed, what was kept aside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Sitter
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import edit_plan
from coordinator.casework.stores.opening import sit
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from coordinator.ui.kit import theme
from coordinator.ui.screens.away.came_back import CameBack
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.presenter import _read
from coordinator.ui.screens.person.view import PersonView
from tests.casework.away.planted import a_contact_with
from tests.casework.entries_on_file import a_person, case_of
from tests.exchange.away_stores import Both, both_stores
from tests.stores import HEALTH, NURSE, WORKER, Clock
from tests.ui.away.test_away import Page

STAYED = "Some of what the panel holds about this person stayed there."
WORDS = "How to work with me: With the dog"


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def take(both: Both, folder: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, folder).result.path
    both.away, _done = open_take_away(both.away, pack)


def shown(qtbot: QtBot, opened: OpenedPerson) -> str:
    view = PersonView()
    qtbot.addWidget(view)
    view.show_person(opened)
    return " | ".join(one.text() for one in view.findChildren(QLabel))


def test_away_it_is_said_that_something_stayed_where_it_did(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    plain = a_person(both.hub.desk, "Wenna", "Nance")
    agree_lead(both.hub.desk, case_of(both.hub.desk, plain), WORKER)
    take(both, tmp_path)

    words = shown(qtbot, _read(both.away.desk, both.kept.kezia))
    assert words.count(STAYED) == 1
    assert STAYED not in shown(qtbot, _read(both.away.desk, plain))
    assert STAYED not in shown(qtbot, _read(both.hub.desk, both.kept.kezia))


def test_what_was_kept_aside_stands_beside_its_entry_on_both_sides(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    kezia = both.kept.kezia
    take(both, tmp_path)
    plan = read_plan(both.away.desk, kezia)
    edit_plan(both.away.desk, plan.id, seen=plan.revision, how_to_work="With the dog")
    part = Part(RecordKind.PLAN, plan.id, "how_to_work")
    set_part_sensitivity(both.hub.desk, part, Sensitivity.RESTRICTED, seen=0)
    apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path)

    opened = _read(both.hub.desk, kezia)
    (held,) = opened.away.held
    assert (held.record, held.by) == (plan.id, "Rhys Roskilly")
    words = shown(qtbot, opened)
    assert words.count(f"Kept aside, Rhys Roskilly: {WORDS}") == 1
    assert "Nothing of it is on file" not in words  # it stands with the plan, in no card

    take(both, tmp_path)
    away = shown(qtbot, _read(both.away.desk, kezia))
    assert away.count(f"Kept aside: {WORDS}") == 1


def test_what_is_beside_nothing_on_the_page_has_a_card(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    kezia = both.kept.kezia
    take(both, tmp_path)
    log_contact(both.away.desk, a_contact_with(both.away.desk, kezia, note="Met by the quay"))
    why = {"no-handover": "He left at once.", "not-told": "Not met yet."}
    hand_over(both.hub.desk, both.kept.case, NURSE, note="", reasons=why)
    apply_pack(both.hub, make_hand_back(both.away.desk, tmp_path).result.path)

    words = shown(qtbot, _read(both.hub.desk, kezia))
    assert "Nothing of it is on file. It is taken over or left under Away and back." in words
    assert "Met by the quay" in words
    colleague = sit(both.hub, Sitter(NURSE, Role.LEAD_PROFESSIONAL, HEALTH)).desk
    assert _read(colleague, kezia).away.held == ()  # whoever may not settle it is not told


def test_where_a_hand_back_is_looked_at_it_stands_with_the_entry(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    kezia = both.kept.kezia
    take(both, tmp_path)
    plan = read_plan(both.away.desk, kezia)
    seen = edit_plan(both.away.desk, plan.id, seen=plan.revision, how_to_work="With the dog")
    edit_plan(both.away.desk, plan.id, seen=seen.result, what_to_avoid="Mornings")
    part = Part(RecordKind.PLAN, plan.id, "how_to_work")
    set_part_sensitivity(both.hub.desk, part, Sensitivity.RESTRICTED, seen=0)
    file = make_hand_back(both.away.desk, tmp_path).result.path
    page = Page(both.hub, tmp_path, file)

    view = CameBack(page.back, lambda _deed: None)
    qtbot.addWidget(view)
    words = " | ".join(one.text() for one in view.findChildren(QLabel))
    assert words.index("Mornings") < words.index(f"Kept aside: {WORDS}")
    assert "Would be kept aside" not in words
