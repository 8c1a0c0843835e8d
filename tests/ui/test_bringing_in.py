"""Bring in: what would come of a sheet is told, chosen about, done, and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.directory.page import read_directory
from coordinator.casework.imports.bringing import bring_in
from coordinator.casework.imports.undoing import undo_import
from coordinator.casework.stores.opening import Office
from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.errors import CancelledError
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import Imported
from coordinator.domain.roles import Role
from coordinator.sheets.columns import Target
from coordinator.sheets.problems import Severity
from coordinator.ui.places.every import MeetingsPlace, PeoplePlace, Place
from coordinator.ui.screens.bringing_in.presenter import BringingPresenter, Wishes
from coordinator.ui.screens.bringing_in.shown import After, Result, Shown, Start
from coordinator.ui.screens.bringing_in.ways import Ways
from coordinator.wording.refusals.notices import Notice
from tests.old_sheets import PEOPLE, STRANGE, TRACKER
from tests.sheets import makers
from tests.ui.desks import WaitingJobs
from tests.ui.immediate import ImmediateJobs

SAMPLE = Path(__file__).parents[2].parent / "shared" / "data" / "hud-sample" / "Client.csv"
LOCKED = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")


@dataclass
class Page:
    """The page as it would be shown, and where it led."""

    office: Office
    jobs: ImmediateJobs
    start: Start | None = None
    target: Target | None = None
    sheet: Shown | None = None
    wishes: Wishes = field(default_factory=Wishes)
    notice: Notice | None = None
    result: Result | None = None
    left_out: frozenset[tuple[str, int]] = frozenset()
    is_busy: bool = False
    asked_for_source: bool = False
    went: list[Place] = field(default_factory=list)
    toasts: list[tuple[str, Callable[[], object] | None]] = field(default_factory=list)
    stops: bool = False

    def __post_init__(self) -> None:
        ways = Ways(self._bring, partial(_undo, self.office), self.went.append, self._toast)
        self.presenter = BringingPresenter(self.jobs, self, ways)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def _bring(self, wanted: Any, progress: Progress) -> Done[Imported]:
        if self.stops:
            raise CancelledError
        return bring_in(self.office, wanted, progress=progress)

    def _toast(self, text: str, undo: Callable[[], object] | None) -> None:
        self.toasts.append((text, undo))

    def show_start(self, start: Start) -> None:
        self.start = start

    def show_target(self, target: Target | None) -> None:
        self.target = target

    def show_reading(self) -> None:
        self.sheet = self.notice = self.result = None

    def show_fault(self, notice: Notice | None) -> None:
        self.sheet, self.notice = None, notice

    def show_sheet(self, shown: Shown, wishes: Wishes) -> None:
        self.sheet, self.wishes = shown, wishes

    def show_left_out(self, left_out: frozenset[tuple[str, int]]) -> None:
        self.left_out = left_out

    def show_bringing(self, *, busy: bool) -> None:
        self.is_busy = busy

    def show_result(self, result: Result) -> None:
        self.sheet, self.result, self.is_busy = None, result, False

    def show_no_source(self) -> None:
        self.asked_for_source = True

    @property
    def shown(self) -> Shown:
        assert self.sheet is not None
        return self.sheet

    @property
    def told(self) -> Any:
        assert self.shown.told is not None
        return self.shown.told

    def fields(self) -> dict[str, str | None]:
        return {one.heading: one.field for one in self.shown.understood.columns}


def _undo(office: Office, act: UUID, progress: Progress) -> Done[int]:
    return undo_import(office, act, progress=progress)


@pytest.fixture
def page(office: Office) -> Page:
    return Page(office, ImmediateJobs(office.desk))


def caseload(office: Office) -> tuple[CaseloadRow, ...]:
    return read_caseload(office.desk).rows


def test_pasted_people_are_told_before_anything_is_written(page: Page, office: Office) -> None:
    page.presenter.take_text(PEOPLE)
    assert page.shown.target is Target.PEOPLE
    assert (page.told.counts.arrived, page.told.counts.refused) == (6, 1)
    assert [one.reference for one in page.told.arriving][:2] == ["KP-0001", "KP-0002"]
    assert page.told.look_at[0].severity is Severity.REFUSED
    assert page.told.look_at[0].where == "row 7, Initials"
    assert caseload(office) == ()


def test_the_first_people_of_a_panel_come_onto_its_caseload(page: Page, office: Office) -> None:
    page.presenter.take_text(PEOPLE)
    page.presenter.bring()
    assert page.result is not None
    assert page.result.sentence == "6 people came in. 1 row did not."
    assert len(caseload(office)) == 6
    page.presenter.take_text("Initials\nZZ\n")
    assert page.wishes.on_caseload is False


def test_what_came_in_can_be_taken_back_from_the_toast_and_from_the_list(
    page: Page, office: Office
) -> None:
    page.presenter.take_text(PEOPLE)
    page.presenter.bring()
    _text, undo = page.toasts[-1]
    assert undo is not None
    undo()
    assert caseload(office) == ()
    assert page.start is not None
    assert [(one.is_undone, one.source) for one in page.start.imports] == [
        (True, "Our old spreadsheet")
    ]
    page.presenter.take_text("Initials\nZZ\n")
    page.presenter.bring()
    page.presenter.take_back(page.start.imports[0].act)
    assert [one.is_undone for one in page.start.imports] == [True, True]
    assert page.toasts[-1] == ("2 records were taken back.", None)


def test_who_is_likely_somebody_else_is_left_out_until_let_in(page: Page, office: Office) -> None:
    text = "Initials\tDOB\nKT\t14/05/1981\nK.T.\t14/05/1981\n"
    page.presenter.take_text(text)
    (alike,) = page.told.alike
    assert alike.name == "K T (row 3)"
    assert alike.others.startswith("K T (row 2): ")
    assert page.wishes.left_out == {("", 3)}
    page.presenter.leave_out(("", 3), out=False)
    assert page.left_out == frozenset()
    page.presenter.leave_out(("", 3), out=True)
    page.presenter.bring()
    assert len(caseload(office)) == 1


def test_a_column_is_taken_for_something_else_or_for_nothing(page: Page) -> None:
    page.presenter.take_text(STRANGE)
    assert (page.shown.told, page.shown.understood.fault) == (None, "no-name-column")
    page.presenter.name_column("Punter", "initials")
    assert page.told.counts.arrived == 2
    page.presenter.name_column("Birthday", "born_on")
    assert str(page.told.arriving[0].born_on) == "1981-05-14"
    page.presenter.name_column("Birthday", None)
    assert page.told.arriving[0].born_on is None
    page.presenter.name_column("Birthday", "initials")
    assert page.fields()["Punter"] is None


def test_rows_without_any_heading_come_in_once_somebody_says_what_they_are(page: Page) -> None:
    page.presenter.take_text("Kez\tKerrow\nJory\tPolwen\n")
    page.presenter.have_headings(on=False)
    page.presenter.name_column("A", "full_name")
    assert page.told.counts.arrived == 2


def test_the_next_sheet_of_a_sender_is_read_as_the_last_one(page: Page) -> None:
    page.presenter.take_text(STRANGE)
    page.presenter.name_column("Punter", "initials")
    page.presenter.name_source("Street team")
    page.presenter.bring()
    page.presenter.take_text(STRANGE.replace("KT\t", "WA\t"))
    assert page.wishes.source == "Street team"
    assert page.fields()["Punter"] == "initials"


def test_actions_bring_their_owners_along_unless_somebody_says_no(
    page: Page, office: Office
) -> None:
    page.presenter.take_text(PEOPLE.replace("CN-004\tKT\t14/05/1981", "CN-004\tZZ\t"))
    page.presenter.bring()
    page.presenter.take_text(TRACKER)
    assert page.shown.target is Target.ACTIONS
    assert page.told.counts.arrived == 3
    assert [one.name for one in page.told.strangers] == ["Jo Carne", "Ameen Rowe", "Pip Lanyon"]
    assert page.told.without_date == 1
    page.presenter.choose(add_owners=False)
    assert page.told.counts.arrived == 0
    page.presenter.choose(add_owners=True, agency="Kerrow Council")
    assert page.told.counts.arrived == 4
    page.presenter.bring()
    names = {one.name for one in read_directory(office.desk).professionals}
    assert {"Jo Carne", "Ameen Rowe", "Pip Lanyon"} <= names


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LOCKED, "This spreadsheet is locked with a password."),
        (b"%PDF-1.7 not a sheet", "This file cannot be read as a spreadsheet."),
        (b"PK\x03\x04 broken", "This file cannot be read as a spreadsheet."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "This file cannot be read as a spreadsheet."),
        (b"", "There are no rows in this file."),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_clear_sentence(
    page: Page, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "sheet.xls"
    path.write_bytes(content)
    page.presenter.take_file(path)
    assert page.notice is not None
    assert page.notice.what == said
    assert (page.sheet, page.jobs.failures) == (None, [])


def test_a_file_is_from_who_its_name_says(page: Page, tmp_path: Path) -> None:
    rows = [("Initials", "DOB"), ("KT", "14/05/1981")]
    page.presenter.take_file(makers.xlsx(tmp_path / "Outreach list.xlsx", rows))
    assert page.wishes.source == "Outreach list"
    assert page.told.counts.arrived == 1


def test_a_sheet_read_as_something_else_is_read_anew(page: Page) -> None:
    page.presenter.take_text(TRACKER)
    page.presenter.expect(Target.PEOPLE)
    assert page.shown.target is Target.PEOPLE


def test_nothing_comes_in_without_a_sender(page: Page, office: Office) -> None:
    page.presenter.take_text(PEOPLE)
    page.presenter.name_source("  ")
    page.presenter.bring()
    assert page.asked_for_source
    assert caseload(office) == ()


def test_an_import_that_was_stopped_leaves_the_sheet_as_it_was(page: Page, office: Office) -> None:
    page.presenter.take_text(PEOPLE)
    page.stops = True
    page.presenter.bring()
    assert (page.is_busy, caseload(office), page.jobs.failures) == (False, (), [])
    assert page.sheet is not None
    page.stops = False
    page.presenter.bring()
    assert len(caseload(office)) == 6


def test_a_sheet_that_was_put_away_is_gone(page: Page, office: Office) -> None:
    page.presenter.take_text(PEOPLE)
    page.presenter.give_up()
    page.presenter.bring()
    assert (page.sheet, caseload(office)) == (None, ())


def test_a_newer_sheet_takes_the_place_of_the_one_that_is_read(office: Office) -> None:
    jobs = WaitingJobs(office.desk)
    page = Page(office, jobs)
    jobs.waiting.pop()()
    page.presenter.take_text(PEOPLE)
    page.presenter.take_text("Initials\nZZ\n")
    while jobs.waiting:
        jobs.waiting.pop(0)()
    assert [one.name.family for one in page.told.arriving] == ["Z"]


def test_a_sheet_handed_over_early_waits_for_the_page(office: Office) -> None:
    jobs = WaitingJobs(office.desk)
    page = Page(office, jobs)
    page.presenter.take_text(PEOPLE)
    assert page.sheet is None
    while jobs.waiting:
        jobs.waiting.pop(0)()
    assert page.told.counts.arrived == 6


def test_the_chair_is_told_that_the_coordinator_does_this(office: Office) -> None:
    chair = replace(office.desk, sitter=replace(office.desk.sitter, role=Role.CHAIR))
    page = Page(replace(office, desk=chair), ImmediateJobs(chair))
    assert page.start is not None
    assert not page.start.may_import
    page.presenter.take_text(PEOPLE)
    assert page.sheet is None


def test_one_goes_on_to_the_agenda_or_to_what_came_in(page: Page) -> None:
    page.presenter.go_on(After.AGENDA)
    page.presenter.go_on(After.PEOPLE)
    assert page.went == [MeetingsPlace(), PeoplePlace()]


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample of the standard is not here")
def test_a_file_of_the_american_standard_is_understood(page: Page) -> None:
    page.presenter.take_file(SAMPLE)
    assert page.shown.target is Target.PEOPLE
    assert page.told.counts.arrived > 0
    assert page.fields()["PersonalID"] == "source_id"
