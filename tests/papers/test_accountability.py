"""The attendance and accountability report: agencies in figures, nobody by name, charts told."""

from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.domain.accountability import Period
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.papers.accountability import AccountabilityReport
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.casework.periods import add_actions, days_ago, hold_meeting
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.meetings import add_seats, keep_from
from tests.stores import HOUSING, NURSE, POLICE, TODAY, sitting

_S = ActionStatus


def report(desk: Desk, agency: str = "", period: Period | None = None) -> AccountabilityReport:
    order = Order(PaperKind.ACCOUNTABILITY, Path(), agency=agency, period=period)
    (draft,) = draft_papers(desk, order)
    assert isinstance(draft.model, AccountabilityReport)
    return draft.model


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A quarter in which the homes and the police had something to do about Kezia."""
    add_seats(desk)
    person = a_person(desk)
    due = {"person_id": person, "due_on": days_ago(5)}
    done = due | {"status": _S.DONE, "done_on": days_ago(6)}
    theirs = {"owner_agency_id": POLICE, "owner_agency": "Kerrow Police"}
    add_actions(desk, [done, due, due | {"status": _S.COULD_NOT}, done | theirs])
    for week in range(1, 4):
        came = [
            (HOUSING, "Kerrow Homes", Attendance.PRESENT),
            (POLICE, "Kerrow Police", Attendance.APOLOGIES_INFORMED),
        ]
        hold_meeting(desk, days_ago(7 * week), came)
    return desk


def test_it_says_what_agencies_brought_and_names_nobody(busy: Desk) -> None:
    found = report(busy)
    assert [(one.label, one.value) for one in found.facts] == [
        ("Meetings held", "3"),
        ("Actions set", "4"),
        ("Actions due", "4"),
        ("Seats vacant now", "0"),
    ]
    printed = lay_out(PaperKind.ACCOUNTABILITY, found)
    assert faults(printed) == []
    text = " ".join(words(printed).split())
    assert "For the chair and the management group" in text
    assert "They are not ranked" in text
    for name in ("Kezia", "Trelawny", "KP-0001", "Rhys", "Roskilly", "Dylan", "surgery"):
        assert name not in everything(printed)


def test_each_copy_says_for_whom_it_is(busy: Desk) -> None:
    whole, own = report(busy).imprint, report(busy, "Kerrow Police").imprint
    assert whole.recipient == "The chair and the management group"
    assert own.recipient == "Kerrow Police"
    assert "management group" not in own.handling


def test_the_chart_is_read_out_in_the_words_of_its_counts(busy: Desk) -> None:
    printed = lay_out(PaperKind.ACCOUNTABILITY, report(busy))
    told = everything(printed)
    assert "Kerrow Homes, 3 due: done on time 1, not done, or open past its date 1" in told
    assert "Kerrow Police, 3 meetings: apologies, information sent 3" in told


def test_an_agency_gets_its_own_row_and_no_other(busy: Desk) -> None:
    found = report(busy, "Kerrow Police")
    assert {name for table, _chart in found.tables for name, _c, _b in table.rows} == {
        "Kerrow Police"
    }
    printed = lay_out(PaperKind.ACCOUNTABILITY, found)
    assert "Kerrow Homes" not in everything(printed)


def test_what_an_agency_must_not_hear_of_is_not_counted_in_its_copy(busy: Desk) -> None:
    with busy.store.reading() as look:
        person = look.people.by_reference("KP-0001").id
    keep_from(busy, person, POLICE)
    counts = {name: counts for name, counts, _b in report(busy, "Kerrow Police").tables[1][0].rows}
    assert set(counts["Kerrow Police"]) == {0}


def test_another_period_can_be_asked_for_and_a_wrong_one_is_refused(busy: Desk) -> None:
    long_ago = Period(days_ago(300), days_ago(200))
    assert report(busy, period=long_ago).facts[0].value == "0"
    with pytest.raises(InvalidFieldsError):
        report(busy, period=Period(TODAY, days_ago(3)))


def test_two_periods_are_two_files(busy: Desk, tmp_path: Path) -> None:
    periods = (None, Period(days_ago(200), days_ago(100)))
    orders = [Order(PaperKind.ACCOUNTABILITY, tmp_path, period=one) for one in periods]
    assert len({path.name for path in make_papers(busy, orders)}) == 2


def test_only_those_who_may_see_the_figures_make_it(busy: Desk) -> None:
    with pytest.raises(NotPermittedError):
        report(sitting(busy, NURSE, Role.LEAD_PROFESSIONAL, POLICE))


def test_a_panel_in_which_nothing_happened_has_a_paper_all_the_same(desk: Desk) -> None:
    printed = lay_out(PaperKind.ACCOUNTABILITY, report(desk))
    assert faults(printed) == []
    assert "No agency has a seat" in " ".join(words(printed).split())
