"""Papers, without a window: made, looked at, saved, stopped; and nothing on the disk before."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import func, select

from coordinator.casework.desk import Desk
from coordinator.db.models import Disclosure
from coordinator.domain.action_rows import TrackerFilter
from coordinator.domain.errors import CancelledError
from coordinator.domain.roles import Role
from coordinator.exports.composing import PaperKind
from coordinator.papers.orders import Draft
from coordinator.ui.asking import Asking
from coordinator.ui.places import PapersPlace, Place
from coordinator.ui.screens.papers import presenter as papers
from coordinator.ui.screens.papers.narrowed import Narrowing
from coordinator.ui.screens.papers.presenter import PapersPresenter, Telling
from coordinator.ui.watching import WhileHere
from coordinator.wording.notices import Notice
from tests.meetings import add_action, add_case, add_seats, opened_meeting
from tests.stores import HEALTH, NURSE, TODAY, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


@pytest.fixture(autouse=True)
def _laid_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out in this process: the process of its own has tests where it is made."""
    from coordinator.exports.worker import lay_out

    def here(draft: Draft, *, password: str = "", progress: object = None) -> bytes:
        return lay_out(draft.kind, draft.model, password=password, progress=progress)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "lay_out", here)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where papers are saved; empty."""
    made = tmp_path / "papers"
    made.mkdir()
    return made


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.kinds: Sequence[PaperKind] = ()
        self.agencies: Sequence[str] = ()
        self.content = b""
        self.is_making = False
        self.stopped: bool | None = None
        self.is_printing = False
        self.can, self.now = Narrowing(), TrackerFilter()

    def show_choices(
        self, place: PapersPlace, kinds: Sequence[PaperKind], agencies: Sequence[str]
    ) -> None:
        self.kinds, self.agencies = kinds, agencies

    def show_narrowing(self, can: Narrowing, now: TrackerFilter) -> None:
        self.can, self.now = can, now

    def show_way_to_packs(self) -> None:
        self.has_way_to_packs = True

    def show_making(self) -> None:
        self.is_making, self.content = True, b""

    def show_paper(self, content: bytes) -> None:
        self.is_making, self.content = False, content

    def show_printing(self, *, on: bool) -> None:
        self.is_printing = on

    def show_none(self, *, stopped: bool) -> None:
        self.is_making, self.stopped = False, stopped


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk, place: PapersPlace) -> None:
        self.view = RememberingView()
        self.moved: list[Place] = []
        self.toasts: list[str] = []
        self.notices: list[Notice] = []
        self.jobs = ImmediateJobs(desk)
        self.forms = Forms()
        self.template = ""

        def toast(told: str, _undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)

        self.presenter = PapersPresenter(
            self.jobs,
            self.view,
            Asking(self.jobs, self.forms),
            Telling(self.moved.append, toast, self.notices.append, lambda: self.template),
            place,
        )

    @property
    def asked(self) -> set[str]:
        """What the form that is open asks for."""
        return {one.name for one in self.forms.question.asks} if self.forms.question else set()


def open_papers(desk: Desk) -> Screen:
    add_seats(desk)
    add_case(desk)
    meeting = opened_meeting(desk)
    screen = Screen(desk, PapersPlace(meeting, "M26-001", "agenda"))
    screen.presenter.load()
    return screen


def disclosed(desk: Desk) -> int:
    with desk.read() as look:
        return look.session.scalars(select(func.count()).select_from(Disclosure)).one()


def test_the_paper_of_the_place_is_made_and_nothing_leaves_yet(desk: Desk) -> None:
    screen = open_papers(desk)
    assert screen.view.content.startswith(b"%PDF")
    assert screen.view.kinds == (PaperKind.AGENDA, PaperKind.PACK, PaperKind.MINUTES)
    assert "Kerrow Police" in screen.view.agencies
    assert disclosed(desk) == 0


def test_another_paper_and_another_reader_are_made_at_once(desk: Desk) -> None:
    screen = open_papers(desk)
    first = screen.view.content
    screen.presenter.choose(PaperKind.MINUTES, "Kerrow Police")
    assert screen.view.content not in (b"", first)
    place = screen.moved[-1]
    assert isinstance(place, PapersPlace)
    assert (place.kind, place.agency) == ("minutes", "Kerrow Police")


def test_what_was_looked_at_is_what_is_saved_and_it_is_recorded(desk: Desk, folder: Path) -> None:
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    assert screen.asked == {"password", "again", "word"}
    looked_at = screen.view.content
    screen.forms.answer(password="", again="", word=False)
    (path,) = folder.iterdir()
    assert path.read_bytes() == looked_at
    assert disclosed(desk) == 1
    assert screen.forms.question is None
    assert path.name in screen.toasts[0]


def test_a_password_closes_the_file_and_is_typed_twice(desk: Desk, folder: Path) -> None:
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="lantern", again="lanterm", word=False)
    assert screen.forms.faults == {"again": "differs"}
    assert list(folder.iterdir()) == []
    screen.forms.answer(password="lantern", again="lantern", word=False)
    (path,) = folder.iterdir()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="lantern") as pdf:
        assert len(pdf.pages) >= 1


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    desk: Desk, folder: Path
) -> None:
    screen = open_papers(desk)
    screen.presenter.ask_save(folder / "gone")
    screen.forms.answer(password="", again="")
    assert [type(one).__name__ for one in screen.jobs.failures] == ["ExportTargetError"]
    assert screen.forms.question is not None
    assert screen.view.content


def test_the_tracker_brings_its_spreadsheet_only_when_asked(desk: Desk, folder: Path) -> None:
    person, _case = add_case(desk)
    add_action(desk, person, TODAY)
    screen = Screen(desk, PapersPlace(agency="Kerrow Homes"))
    screen.presenter.load()
    screen.presenter.ask_save(folder)
    assert screen.asked == {"password", "again", "sheet"}
    screen.forms.answer(password="", again="", sheet=False)
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="", again="", sheet=True)
    assert sorted(path.suffix for path in folder.iterdir()) == [".pdf", ".xlsx"]


def test_a_word_document_comes_beside_it_when_asked_and_is_recorded_too(
    desk: Desk, folder: Path
) -> None:
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="", again="", word=True)
    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".pdf"]
    assert disclosed(desk) == 2
    assert len(screen.toasts) == 1


def test_a_template_that_is_gone_is_told_in_the_form_and_nothing_is_saved(
    desk: Desk, folder: Path
) -> None:
    screen = open_papers(desk)
    screen.template = str(folder / "gone.dotx")
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="", again="", word=True)
    assert screen.forms.faults == {"word": "template-gone"}
    assert (list(folder.iterdir()), disclosed(desk)) == ([], 0)


def test_stopped_work_can_be_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = open_papers(desk)

    def stopped(*_values: object, **_named: object) -> bytes:
        raise CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(papers, "lay_out", stopped)
        screen.presenter.make()
    assert (screen.view.stopped, screen.view.content) == (True, b"")
    screen.presenter.ask_save(Path())
    assert screen.asked == set()
    screen.presenter.make()
    assert screen.view.content


def test_leaving_the_page_stops_its_paper(desk: Desk) -> None:
    screen = open_papers(desk)
    screen.presenter.leave()
    screen.view.content = b""
    screen.presenter.make()
    assert screen.view.content == b""


def test_who_may_not_send_papers_out_makes_none(desk: Desk) -> None:
    add_seats(desk)
    meeting = opened_meeting(desk)
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    screen = Screen(nurse, PapersPlace(meeting, "M26-001"))
    screen.presenter.load()
    assert [type(one).__name__ for one in screen.jobs.failures] == ["NotPermittedError"]
    assert screen.view.content == b""


def test_progress_ends_when_nobody_looks_any_more() -> None:
    left = threading.Event()
    told: list[tuple[int, int]] = []

    class Watching:
        def step(self, done: int, total: int) -> None:
            told.append((done, total))

    watched = WhileHere(Watching(), left)
    watched.step(1, 2)
    left.set()
    with pytest.raises(CancelledError):
        watched.step(2, 2)
    assert told == [(1, 2)]
