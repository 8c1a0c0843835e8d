"""Returns, without a window: choosing rows, taking in, taking back, and sheets nobody can read."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import GuardError, SheetError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.returns.rules import Fate
from coordinator.domain.returns.views import AppliedReturn
from coordinator.domain.states import ActionStatus
from coordinator.ui.places.every import ActionsPlace, Place, ReturnsPlace
from coordinator.ui.screens.actions.sending import Sending
from coordinator.ui.screens.returns.presenter import ReturnsPresenter, Shown
from coordinator.ui.shared.asking import Asking
from tests.returns import FULL, ONE, TWO, filled, status
from tests.stores import HOUSING, POLICE, TODAY
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.lately: Sequence[AppliedReturn] = ()
        self.unread = 0

    def show_reading(self) -> None:
        self.shown = None

    def show_sheet(self, shown: Shown) -> None:
        self.shown = shown

    def show_unread(self) -> None:
        self.unread += 1

    def show_lately(self, returns: Sequence[AppliedReturn], today: date) -> None:
        self.lately = returns


class Page:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, file: Path | None) -> None:
        self.view, self.jobs = RememberingView(), ImmediateJobs(desk)
        self.gone: list[Place] = []
        self.toasts: list[tuple[str, Callable[[], object] | None]] = []
        self.presenter = ReturnsPresenter(
            self.jobs,
            self.view,
            self.gone.append,
            lambda told, undo: self.toasts.append((told, undo)),
            file,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def shown(self) -> Shown:
        assert self.view.shown is not None
        return self.view.shown

    def row_of(self, number: str) -> int:
        rows = (one.row.planned.said for one in self.shown.rows)
        return next(said.row for said in rows if said.number == number)

    def fates(self) -> list[Fate]:
        return [one.row.planned.fate for one in self.shown.rows]


@pytest.fixture
def page(desk: Desk, sheet: Path) -> Page:
    return Page(desk, sheet)


def settle_here(desk: Desk, action: UUID) -> None:
    row = read_action(desk, action).row
    set_outcome(desk, action, Outcome(ActionStatus.IN_PROGRESS), seen=row.revision)


def test_what_is_chosen_is_taken_in_at_once_and_can_be_undone(
    page: Page, desk: Desk, actions: dict[str, UUID]
) -> None:
    assert page.shown.taken == 3
    page.presenter.take_in()
    assert status(desk, actions[ONE]) is ActionStatus.DONE
    assert set(page.fates()) == {Fate.SAME}
    told, undo = page.toasts[0]
    assert told == "3 rows of Kerrow Homes taken in."
    assert undo is not None
    undo()
    assert status(desk, actions[ONE]) is ActionStatus.OPEN
    assert page.toasts[-1][0] == "3 actions put back."


def test_a_row_that_is_left_out_stays_as_it_is(
    page: Page, desk: Desk, actions: dict[str, UUID]
) -> None:
    page.presenter.choose(page.row_of(ONE), theirs=False)
    assert page.shown.taken == 2
    page.presenter.take_in()
    assert status(desk, actions[ONE]) is ActionStatus.OPEN
    assert status(desk, actions[TWO]) is ActionStatus.COULD_NOT


def test_what_changed_here_stands_first_and_ours_stays_until_chosen(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    settle_here(desk, actions[TWO])
    page = Page(desk, sheet)
    assert page.fates()[0] is Fate.CHANGED
    assert not page.shown.rows[0].is_taken
    page.presenter.choose(page.row_of(TWO), theirs=True)
    page.presenter.take_in()
    assert status(desk, actions[TWO]) is ActionStatus.COULD_NOT


def test_what_changes_while_somebody_looks_is_shown_and_nothing_is_written(
    page: Page, desk: Desk, actions: dict[str, UUID]
) -> None:
    settle_here(desk, actions[ONE])  # the page has not heard of it
    page.presenter.take_in()
    (failure,) = page.jobs.failures
    assert isinstance(failure, GuardError)
    assert failure.guard == "return-moved-on"
    assert status(desk, actions[TWO]) is ActionStatus.OPEN
    assert page.fates()[0] is Fate.CHANGED


def test_a_row_that_cannot_be_taken_cannot_be_chosen(desk: Desk, sheet: Path) -> None:
    filled(sheet, {ONE: {**dict.fromkeys(FULL[ONE], None), 7: "Not done"}})
    page = Page(desk, sheet)
    page.presenter.choose(page.row_of(ONE), theirs=True)
    assert page.shown.taken == 2


def test_a_sheet_nobody_can_read_is_told_by_the_window(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")
    page = Page(desk, path)
    assert page.view.unread == 1
    assert [type(one) for one in page.jobs.failures] == [SheetError]


def test_the_list_shows_what_was_taken_in_and_hears_of_undoing(page: Page, desk: Desk) -> None:
    page.presenter.take_in()
    listed = Page(desk, None)
    (one,) = listed.view.lately
    assert (one.agency, one.actions, one.is_undone) == ("Kerrow Homes", 3, False)
    listed.presenter.take_back(one.act)
    assert listed.view.lately[0].is_undone
    listed.presenter.take_back(one.act)
    assert isinstance(listed.jobs.failures[0], GuardError)


def test_pages_lead_to_each_other(page: Page, sheet: Path) -> None:
    page.presenter.open_list()
    page.presenter.open_actions()
    page.presenter.open_file(sheet)
    assert page.gone == [ReturnsPlace(), ActionsPlace(), ReturnsPlace(sheet)]


def test_the_name_of_a_file_is_no_words_of_its_place(sheet: Path) -> None:
    assert sheet.name not in repr(ReturnsPlace(sheet))


def test_sheets_are_made_into_a_folder_and_counted(
    desk: Desk, actions: dict[str, UUID], tmp_path: Path
) -> None:
    told: list[str] = []
    jobs = ImmediateJobs(desk)
    sending = Sending(jobs, lambda text, _undo: told.append(text))
    forms = Forms()
    asking = Asking(jobs, forms)
    sending.make(tmp_path, {"agency": None, "all_open": False}, asking)
    forms.answer(proportionality=" ")
    assert forms.faults == {"proportionality": "required", "channel": "required"}
    forms.answer(channel=Channel.PRINTED)
    assert forms.question is None
    (row,) = find_disclosures(desk).rows
    assert (row.channel, bool(row.proportionality)) == (Channel.PRINTED, True)
    sending.make(tmp_path, {"agency": POLICE, "all_open": True}, asking)
    assert forms.question is None
    sending.make(tmp_path / "nowhere", {"agency": HOUSING, "all_open": True}, asking)
    forms.answer(channel=Channel.PRINTED)
    assert told == [
        "1 returns sheet saved.",
        "Nothing is due that any agency could be asked about.",
    ]
    assert len(list(tmp_path.glob("KP_returns_*.xlsx"))) == 1
    assert [type(one).__name__ for one in jobs.failures] == ["ExportTargetError"]
    assert TODAY.isoformat() in next(tmp_path.glob("*.xlsx")).name
