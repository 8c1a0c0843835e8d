"""Papers, without a window: made, looked at, saved, stopped; and nothing on the disk before."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from sqlalchemy import func, select

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.panel.letter_template import keep_letter_template
from coordinator.db.models import Agency, Disclosure
from coordinator.domain.actions.rows import TrackerFilter
from coordinator.domain.disclosing.sendings import NOTHING_ASKED
from coordinator.domain.errors import CancelledError, GuardError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.papers.minutes import Minutes, MinutesStage
from coordinator.domain.roles import Right, Role
from coordinator.exports.composing import PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import keep_word
from coordinator.papers.orders import Draft, Order
from coordinator.ui.lanes.watching import WhileHere
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.screens.papers import presenter as papers
from coordinator.ui.screens.papers.narrowed import Narrowing
from coordinator.ui.screens.papers.presenter import PapersPresenter, Telling
from coordinator.ui.screens.papers.questions import Asked, save
from coordinator.ui.shared.asking import Asking
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.refusals.rules import field_words
from tests.exports.reading import words
from tests.meetings import add_action, add_case, add_seats, opened_meeting
from tests.stores import HEALTH, HOUSING, NURSE, TODAY, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

SHEET = ("password", "again", "sheet")


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

        def toast(told: str, _undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)

        self.presenter = PapersPresenter(
            self.jobs,
            self.view,
            Asking(self.jobs, self.forms),
            Telling(self.moved.append, toast, self.notices.append),
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
    looked_at = words(screen.view.content)
    screen.forms.answer(password="", again="", word=False)
    (path,) = folder.iterdir()
    assert words(path.read_bytes()).replace("Copy D26-0001", "").split() == looked_at.split()
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


def test_a_password_that_could_not_open_the_file_again_is_told_at_its_field(
    desk: Desk, folder: Path
) -> None:
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    too_long = "\N{LATIN SMALL LETTER E WITH ACUTE}" * 64
    screen.forms.answer(password=too_long, again=too_long, word=False)
    assert screen.forms.faults == {"password": "too-long"}
    assert field_words("password", "too-long").endswith("is too long.")
    assert (list(folder.iterdir()), disclosed(desk)) == ([], 0)
    fits = "\N{LATIN SMALL LETTER E WITH ACUTE}" * 63
    screen.forms.answer(password=fits, again=fits, word=False)
    (path,) = folder.iterdir()
    with pikepdf.open(path, password=fits) as pdf:
        assert len(pdf.pages) >= 1


def test_a_paper_for_an_agency_asks_what_is_not_as_usual_and_why_no_less(
    desk: Desk, folder: Path
) -> None:
    person, _case = add_case(desk)
    add_action(desk, person, TODAY)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).agreement_expires_on = TODAY - timedelta(days=1)
        tx.get(Agency, HOUSING).secure_email = True
        tx.journal("test.expired")
    screen = Screen(desk, PapersPlace(agency="Kerrow Homes"))
    screen.presenter.load()
    screen.presenter.ask_save(folder)
    assert screen.forms.question is not None
    (hint,) = [one.hint for one in screen.forms.question.asks if one.name == "reason 0"]
    assert hint.startswith("The sharing agreement ran out Wed 18 Nov.")
    screen.forms.answer(proportionality=" ", sheet=False)
    assert screen.forms.faults == {"reason 0": "required", "proportionality": "required"}
    assert disclosed(desk) == 0
    said = {"reason 0": "Renewed on Monday"}
    screen.forms.answer(**said, sheet=False)
    (row,) = find_disclosures(desk).rows
    assert (row.reason, row.channel) == ("Renewed on Monday", Channel.SECURE_MAIL)
    assert row.recipient == "Rhys Roskilly, Kerrow Homes"


def test_approved_minutes_have_no_word_document(desk: Desk, folder: Path) -> None:
    screen = open_papers(desk)
    screen.presenter.choose(PaperKind.MINUTES, "")
    (draft,) = draft_papers(desk, Order(PaperKind.MINUTES, folder, meeting="M26-001"))
    assert isinstance(draft.model, Minutes)
    final = replace(draft, model=replace(draft.model, stage=MinutesStage.APPROVED))
    with pytest.raises(GuardError, match="minutes-final"):
        keep_word(desk, final, folder)
    asked = save(folder, Asked(final, NOTHING_ASKED, TODAY))
    assert "word" not in {one.name for one in asked.asks}
    assert "Approved minutes go out as PDF only; Word is for drafts." in asked.about
    assert (list(folder.iterdir()), disclosed(desk)) == ([], 0)


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
    assert screen.asked == {"recipient", "channel", "proportionality", *SHEET}
    screen.forms.answer(password="", again="", sheet=False)
    assert screen.forms.faults == {"channel": "required"}
    screen.forms.answer(channel=Channel.PRINTED, sheet=False)
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]
    screen.presenter.ask_save(folder)
    screen.forms.answer(channel=Channel.SECURE_MAIL, sheet=True)
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


def test_a_word_document_is_written_on_the_template_everybody_shares(
    desk: Desk, folder: Path
) -> None:
    template = Document()
    template.sections[0].header.paragraphs[0].text = "Kerrow Council, Quay House"
    made = BytesIO()
    template.save(made)
    keep_letter_template(desk, name="letters.docx", content=made.getvalue())
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="", again="", word=True)
    (written,) = folder.glob("*.docx")
    head = Document(str(written)).sections[0].header.paragraphs
    assert [one.text for one in head] == ["Kerrow Council, Quay House"]


def test_a_template_that_cannot_be_written_on_is_told_in_the_form_and_nothing_is_saved(
    desk: Desk, folder: Path
) -> None:
    keep_letter_template(desk, name="letters.docx", content=b"no document")  # by another program
    screen = open_papers(desk)
    screen.presenter.ask_save(folder)
    screen.forms.answer(password="", again="", word=True)
    assert screen.forms.faults == {"word": "template-not-a-document"}
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


def test_whoever_left_the_page_is_shown_and_asked_nothing_more(desk: Desk, folder: Path) -> None:
    person, _case = add_case(desk)
    add_action(desk, person, TODAY)
    screen = Screen(desk, PapersPlace(agency="Kerrow Homes"))
    screen.presenter.load()
    read, screen.jobs.query = screen.jobs.query, Held()  # type: ignore[method-assign]
    screen.presenter.ask_save(folder)
    screen.presenter.load()
    held, screen.jobs.query = screen.jobs.query, read  # type: ignore[method-assign]
    screen.presenter.leave()
    screen.view.kinds = ()
    for query in held.asked:
        query(read)
    assert (screen.asked, screen.view.kinds) == (set(), ())


class Held:
    """Queries that are answered late."""

    def __init__(self) -> None:
        self.asked: list[Callable[..., None]] = []

    def __call__(self, *given: object, **more: object) -> None:
        self.asked.append(lambda query: query(*given, **more))
