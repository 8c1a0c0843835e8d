"""Asking for information without a window: drafted, sent, answered, read back, taken back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.db.models import Disclosure
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import RequestState
from coordinator.domain.meetings.information_views import AgencyAsked, ReturnedReplies
from coordinator.domain.states import Sensitivity
from coordinator.papers.copies import Still
from coordinator.ui.kit.asks import reason_name
from coordinator.ui.places.every import Place, RequestsPlace
from coordinator.ui.screens.requests.presenter import RequestsPresenter, Shown, Telling
from coordinator.ui.screens.requests.questions import usual
from coordinator.ui.screens.requests.returned import returned_words
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import TakenText, keeping_copies
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.requests import Message
from tests.meetings import keep_from
from tests.requests import ANSWER_BY, ask, cell_of, coming_meeting, known_case, row_of
from tests.stores import HEALTH, HOUSING, POLICE, TODAY, WORKER
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

FIRST_ROW, ANSWER = 5, 7


class RememberingView:
    """Keeps what is shown."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.messages: list[Message] = []
        self.returned: list[ReturnedReplies] = []

    def show_requests(self, shown: Shown) -> None:
        self.shown = shown

    def show_message(self, agency: AgencyAsked, message: Message, still: Still) -> None:
        self.messages.append(message)
        self.still = still

    def show_returned(self, returned: ReturnedReplies) -> None:
        self.returned.append(returned)


class Sat:
    """Somebody at a desk with the requests of one meeting."""

    def __init__(self, desk: Desk, meeting: UUID, returned: Path | None = None) -> None:
        self.desk, self.meeting = desk, meeting
        self.view, self.forms, self.jobs = RememberingView(), Forms(), ImmediateJobs(desk)
        self.notices: list[Notice] = []
        self.moved: list[Place] = []
        self.toasts: list[tuple[str, Callable[[], object] | None]] = []
        self.presenter = RequestsPresenter(
            self.jobs,
            self.view,
            Asking(self.jobs, self.forms),
            Telling(
                self.notices.append,
                self.moved.append,
                lambda text, undo: self.toasts.append((text, undo)),
            ),
            RequestsPlace(None, returned) if returned else RequestsPlace(meeting),
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def row(self, agency: UUID) -> AgencyAsked:
        assert self.view.shown is not None
        return next(row for row in self.view.shown.grid.agencies if row.id == agency)

    def askable(self) -> list[AgencyAsked]:
        assert self.view.shown is not None
        return [row for row in self.view.shown.grid.agencies if row.to_ask]


@pytest.fixture
def people(desk: Desk) -> tuple[UUID, UUID]:
    return known_case(desk, "Kerra"), known_case(desk, "Tomos")


@pytest.fixture
def sat(desk: Desk, people: tuple[UUID, UUID]) -> Sat:
    del people
    return Sat(desk, coming_meeting(desk))


def test_asking_offers_the_agencies_with_a_seat_and_the_day_before_the_papers(sat: Sat) -> None:
    sat.presenter.ask(None, None)
    question = sat.forms.question
    assert question is not None
    answer_by, how, agencies = question.asks
    assert agencies.value == (POLICE, HOUSING, HEALTH)
    assert [words for _key, words in agencies.choices] == [
        "Kerrow Police: 2 people",
        "Kerrow Homes: 2 people",
        "Kerrow Mental Health: 2 people",
    ]
    assert answer_by.value == TODAY + timedelta(days=5)
    assert [one for one, _words in how.choices] == [Channel.SPOKEN]


def test_asking_saves_a_sheet_for_each_agency_and_marks_it_as_asked(
    sat: Sat, tmp_path: Path
) -> None:
    into = tmp_path / "sheets"
    sat.presenter.ask(None, into)
    sat.forms.answer(agencies=(POLICE, HOUSING))
    assert sorted(path.name.split("_")[2] for path in into.iterdir()) == [
        "Kerrow-Homes",
        "Kerrow-Police",
    ]
    assert sat.forms.question is None
    assert sat.row(POLICE).state is RequestState.WAITING
    assert sat.row(HEALTH).state is RequestState.NOT_ASKED
    assert sat.toasts[0][0].startswith("2 sheets are in ")


def test_a_day_after_the_meeting_is_said_under_its_field_and_the_form_stays(sat: Sat) -> None:
    sat.presenter.ask(None, None)
    sat.forms.answer(agencies=(POLICE,), answer_by=TODAY + timedelta(days=30))
    assert sat.forms.faults == {"answer_by": "after-meeting"}
    assert sat.forms.question is not None
    assert sat.row(POLICE).request is None


def test_no_agency_chosen_is_said_under_its_field(sat: Sat) -> None:
    sat.presenter.ask(None, None)
    sat.forms.answer(agencies=())
    assert sat.forms.faults == {"agencies": "required"}


def test_somebody_excluded_while_the_form_was_open_is_not_on_the_sheet(
    sat: Sat, people: tuple[UUID, UUID], tmp_path: Path
) -> None:
    into = tmp_path / "sheets"
    sat.presenter.ask(None, into)
    exclude_agency(sat.desk, people[0], agency_id=POLICE, reason="They asked for it")
    sat.forms.answer(agencies=(POLICE,))
    (path,) = into.iterdir()
    sheet = load_workbook(path).worksheets[0]
    assert [sheet.cell(row, 4).value for row in range(FIRST_ROW, sheet.max_row + 1)] == ["Tomos"]


def test_asking_where_a_colleague_must_not_be_told_wants_a_reason_which_stands_in_the_log(
    sat: Sat, people: tuple[UUID, UUID], tmp_path: Path
) -> None:
    into = tmp_path / "sheets"
    exclude_worker(sat.desk, people[0], professional_id=WORKER, reason="They are related")
    sat.presenter.ask(None, into)
    sat.forms.answer(agencies=(POLICE, HOUSING))
    why = reason_name("colleague-not-told")
    assert sat.forms.question is not None
    assert sat.forms.question.asks[-1].name == why
    assert sat.row(HOUSING).request is None
    assert list(into.iterdir()) == []

    sat.forms.answer(**{why: "Goes to their manager alone"})
    assert len(list(into.iterdir())) == 2
    with sat.desk.read() as look:
        logged = look.session.scalars(select(Disclosure)).all()
    assert {one.agency_id: one.reason for one in logged} == {
        POLICE: "",
        HOUSING: "Goes to their manager alone",
    }


def test_asking_where_a_colleague_must_not_be_told_of_others_alone_asks_nothing(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    exclude_worker(sat.desk, people[0], professional_id=WORKER, reason="They are related")
    sat.presenter.ask(None, None)
    sat.forms.answer(agencies=(POLICE,))
    assert sat.forms.question is None
    assert sat.row(POLICE).state is RequestState.WAITING


def test_asking_one_agency_chooses_it_alone(sat: Sat) -> None:
    sat.presenter.ask(sat.row(HOUSING), None)
    assert sat.forms.question is not None
    assert sat.forms.question.asks[-1].value == (HOUSING,)


def test_after_the_first_round_those_who_owe_are_chosen(sat: Sat) -> None:
    ask(sat.desk, sat.meeting, POLICE, HOUSING, HEALTH)
    sat.presenter.load()
    assert usual(sat.askable()) == {POLICE, HOUSING, HEALTH}
    for person in read_information_requests(sat.desk, sat.meeting).people:
        cell = cell_of(sat.desk, sat.meeting, POLICE, person.id)
        sat.presenter.answer(cell, Known.NOT_KNOWN)
    assert usual(sat.askable()) == {HOUSING, HEALTH}


def test_with_nobody_to_ask_about_a_notice_says_where_to_look(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    for person in people:
        for agency in (POLICE, HOUSING, HEALTH):
            keep_from(sat.desk, person, agency)
    sat.presenter.load()
    sat.presenter.ask(None, None)
    assert sat.forms.question is None
    assert "who is left out" in sat.notices[0].next


def test_one_answer_is_noted_and_one_put_over_it_can_be_taken_back(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    ask(sat.desk, sat.meeting, POLICE)
    sat.presenter.answer(cell_of(sat.desk, sat.meeting, POLICE, people[0]), Known.KNOWN)
    assert sat.row(POLICE).missing == 1
    assert sat.toasts == []
    sat.presenter.answer(cell_of(sat.desk, sat.meeting, POLICE, people[0]), Known.NOT_KNOWN)
    _told, back = sat.toasts[0]
    assert back is not None
    back()
    reply = cell_of(sat.desk, sat.meeting, POLICE, people[0]).reply
    assert reply is not None
    assert reply.answer is Known.KNOWN


def test_an_answer_with_its_line_and_day_is_noted_in_a_form(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    ask(sat.desk, sat.meeting, POLICE)
    sat.presenter.ask_reply(sat.row(POLICE), cell_of(sat.desk, sat.meeting, POLICE, people[0]))
    sat.forms.answer(answer="will_share", note="Two reports", came_on=TODAY + timedelta(days=1))
    assert sat.forms.faults == {"came_on": "in-the-future"}
    sat.forms.answer(answer="will_share", note="Two reports")
    reply = cell_of(sat.desk, sat.meeting, POLICE, people[0]).reply
    assert reply is not None
    assert (reply.answer, reply.note) == (Known.WILL_SHARE, "Two reports")


def test_a_reply_that_is_restricted_says_so_in_its_form(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    ask(sat.desk, sat.meeting, POLICE)
    sat.presenter.ask_reply(sat.row(POLICE), cell_of(sat.desk, sat.meeting, POLICE, people[0]))
    sat.forms.answer(answer="will_share", sensitivity=Sensitivity.RESTRICTED)

    sat.presenter.ask_reply(sat.row(POLICE), cell_of(sat.desk, sat.meeting, POLICE, people[0]))

    assert sat.forms.question is not None
    (asked,) = [one for one in sat.forms.question.asks if one.name == "sensitivity"]
    assert asked.value is Sensitivity.RESTRICTED


def test_the_message_counts_those_still_missing_and_names_nobody(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    sat.presenter.write_message(sat.row(POLICE))
    ask(sat.desk, sat.meeting, POLICE, by=ANSWER_BY)
    sat.presenter.answer(cell_of(sat.desk, sat.meeting, POLICE, people[0]), Known.KNOWN)
    sat.presenter.load()
    sat.presenter.write_message(sat.row(POLICE))
    first, second = sat.view.messages
    assert "2 people" in first.text
    assert "1 person" in second.text
    assert "Kerra" not in first.text + second.subject


def test_a_message_that_would_say_something_else_now_is_not_copied(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    """It was opened; then one of the two became somebody the police must not be told about."""
    sat.presenter.write_message(sat.row(POLICE))
    (message,) = sat.view.messages
    copied: list[str] = []
    refused: list[Exception] = []

    def take() -> None:
        may = partial(copied.append, message.text)
        text, still = message.text, sat.view.still
        keeping_copies(sat.jobs)(TakenText("Kerrow Police", text, "", may, told, still=still))

    def told(error: Exception) -> bool:
        refused.append(error)
        return True

    take()
    assert (copied, refused) == ([message.text], [])
    exclude_agency(sat.desk, people[0], agency_id=POLICE, reason="Somebody there hit them")
    take()
    assert len(copied) == 1
    assert [str(one) for one in refused] == [str(GuardError("text-outdated"))]


def test_a_sheet_that_came_back_is_shown_noted_as_one_act_and_taken_back(
    sat: Sat, people: tuple[UUID, UUID], tmp_path: Path
) -> None:
    sat.presenter.ask(sat.row(POLICE), tmp_path / "sheets")
    sat.forms.answer(agencies=(POLICE,))
    (path,) = (tmp_path / "sheets").iterdir()
    book = load_workbook(path)
    for row, answer in enumerate(("Known", "not known"), FIRST_ROW):
        book.worksheets[0].cell(row, ANSWER).value = answer
    book.save(path)
    sat.presenter.read_sheet(path, None)
    (returned,) = sat.view.returned
    assert list(returned_words(returned)) == [
        "Kerra (KP-0001): Known",
        "Tomos (KP-0002): Not known",
    ]
    assert row_of(sat.desk, sat.meeting, POLICE).missing == 2
    sat.presenter.note(returned)
    assert sat.row(POLICE).missing == 0
    told, back = sat.toasts[-1]
    assert told == "2 replies are noted."
    assert back is not None
    back()
    assert sat.row(POLICE).missing == 2
    with sat.desk.store.reading() as look:
        acts = [act.name for act in look.history.acts()]
    assert acts.count("information.answered") == 2


def test_a_file_that_is_no_request_goes_to_the_window_as_a_fault(sat: Sat, tmp_path: Path) -> None:
    other = tmp_path / "list.csv"
    other.write_text("Name,Action\nX,Y\n")
    sat.presenter.read_sheet(other, None)
    assert sat.view.returned == []
    assert len(sat.jobs.failures) == 1


def test_the_page_reads_again_when_an_exclusion_is_noted_elsewhere(
    sat: Sat, people: tuple[UUID, UUID]
) -> None:
    done = exclude_agency(sat.desk, people[0], agency_id=POLICE, reason="They asked for it")
    sat.presenter.look_again(done.changes)
    assert [person.id for person in sat.row(POLICE).to_ask] == [people[1]]


def test_a_sheet_from_anywhere_finds_its_meeting_and_shows_what_it_would_change(
    sat: Sat, tmp_path: Path
) -> None:
    sat.presenter.ask(sat.row(POLICE), tmp_path / "sheets")
    sat.forms.answer(agencies=(POLICE,))
    (path,) = (tmp_path / "sheets").iterdir()
    dropped = Sat(sat.desk, sat.meeting, path)
    assert dropped.moved == [RequestsPlace(sat.meeting)]
    assert dropped.view.shown is not None
    assert [one.agency for one in dropped.view.returned] == ["Kerrow Police"]


def test_a_sheet_of_another_panel_from_anywhere_is_refused(sat: Sat, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    code = "Q-00000000-00000000-00000000"
    other.write_text(f"{code}\nReference,Known to you?\nKP-0001,Known\n")
    dropped = Sat(sat.desk, sat.meeting, other)
    assert dropped.view.shown is None
    (refused,) = dropped.jobs.failures
    assert isinstance(refused, GuardError)
    assert refused.guard == "sheet-of-another-meeting"


def test_the_chair_is_asked_in_the_form_why_the_sheets_go(
    chair: Desk, people: tuple[UUID, UUID], sat: Sat, tmp_path: Path
) -> None:
    into, at = tmp_path / "sheets", Sat(chair, sat.meeting)
    at.presenter.load()
    at.presenter.ask(None, into)
    at.forms.answer(agencies=(POLICE,))
    why = reason_name("chair-exports")
    assert at.forms.question is not None
    assert [one.name for one in at.forms.question.asks if one.name.startswith("prompt")] == [why]
    assert list(into.iterdir()) == []
    at.forms.answer(**{why: "The coordinator is ill"})
    assert len(list(into.iterdir())) == 1
    with at.desk.read() as look:
        assert [one.reason for one in look.session.scalars(select(Disclosure))] == [
            "The coordinator is ill"
        ]
