"""Requests to see what is held at the desk: what is offered, what the forms ask and keep."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.access.requests import begin_access_request
from coordinator.casework.desk import Desk
from coordinator.casework.people.safety import add_warning
from coordinator.casework.referrals.asking import draft_referral
from coordinator.db.models import Referral
from coordinator.domain.access.entries import AccessFile
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.roles import Right
from coordinator.domain.states import AccessStatus, Answer, Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.places.every import AccessPlace, PapersPlace, Place
from coordinator.ui.screens.access.listing import ListPresenter
from coordinator.ui.screens.access.request_view import AccessRequestView
from coordinator.ui.screens.access.working import Deed, RequestPresenter
from coordinator.ui.shared.asking import Asking
from tests.casework.entries_on_file import a_person
from tests.stores import NURSE, TODAY
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class Request:
    """One request as it would be shown, on a real store."""

    def __init__(self, desk: Desk, request: UUID) -> None:
        jobs, self.forms = ImmediateJobs(desk), Forms()
        self.went: list[Place] = []
        asking = Asking(jobs, self.forms)
        self.presenter = RequestPresenter(jobs, self, asking, self.went.append, request)
        jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_file(self, file: AccessFile, today: date, deeds: tuple[Deed, ...]) -> None:
        self.file, self.today, self.deeds = file, today, deeds


class Listed:
    """The list as it would be shown."""

    def __init__(self, desk: Desk, person: UUID | None) -> None:
        jobs, self.forms = ImmediateJobs(desk), Forms()
        self.went: list[Place] = []
        asking = Asking(jobs, self.forms)
        self.presenter = ListPresenter(jobs, self, asking, self.went.append, person)
        self.presenter.load()

    def show_requests(self, rows: object, today: date) -> None:
        self.rows = rows


@pytest.fixture
def person(desk: Desk) -> UUID:
    made = a_person(desk)
    for text in ("A neighbour rang", "Another rang"):
        add_warning(
            desk,
            made,
            text=text,
            source="Police",
            sensitivity=Sensitivity.THIRD_PARTY,
            person_told=Answer.YES,
        )
    return made


@pytest.fixture
def request_(desk: Desk, person: UUID) -> Request:
    made = begin_access_request(desk, person, NewAccessRequest(TODAY, "Herself")).result
    return Request(desk, made)


def test_a_request_is_recorded_by_reference_and_opened(desk: Desk, person: UUID) -> None:
    listed = Listed(desk, None)
    listed.presenter.begin()
    said = {"received_on": TODAY, "asked_by": "Herself, by letter", "officer": ""}
    listed.forms.answer(reference="", **said)
    assert listed.forms.faults == {"reference": "required"}
    listed.forms.answer(reference="kp-0001", **said)
    (row,) = find_access_requests(desk)
    assert row.person == person
    assert listed.went == [AccessPlace(request=row.id)]


def test_the_next_step_stands_first_until_there_is_nothing_to_decide(
    request_: Request,
) -> None:
    assert request_.deeds[:2] == (Deed.IDENTITY, Deed.OFFICER)
    request_.presenter.do(Deed.IDENTITY)
    request_.forms.answer(on=TODAY, how="Passport", was_asked_for=False)
    request_.presenter.do(Deed.OFFICER)
    request_.forms.answer(officer="J. Penhale")
    assert request_.deeds[0] is Deed.LIST
    for choice, more in (
        (AccessChoice.WITHHOLD, {}),
        (AccessChoice.GIVE_IN_PART, {"words": "Somebody rang"}),
    ):
        one = next(one for one in request_.file.to_decide if one.is_undecided)
        request_.presenter.decide(one, choice)
        request_.forms.answer(reason="", by="J. Penhale", **more)
        assert request_.forms.faults == {"reason": "required"}
        request_.forms.answer(reason="Of the neighbour", by="J. Penhale", **more)
    assert request_.deeds[:2] == (Deed.PAPER, Deed.SENT)
    request_.presenter.do(Deed.PAPER)
    assert request_.went == [PapersPlace(kind="access", person="KP-0001")]
    request_.presenter.do(Deed.SENT)
    request_.forms.answer(sent_on=TODAY)
    assert request_.file.request.status is AccessStatus.SENT
    assert request_.deeds == (Deed.SCHEDULE, Deed.PERSON)


def test_the_words_of_an_entry_stand_ready_to_be_cut_down(request_: Request) -> None:
    one = request_.file.to_decide[0]
    request_.presenter.decide(one, AccessChoice.GIVE_IN_PART)
    assert request_.forms.question is not None
    (asked,) = [ask for ask in request_.forms.question.asks if ask.name == "words"]
    assert one.entry.texts[0] in asked.value


def test_what_was_typed_for_one_person_is_not_in_the_form_for_another(
    desk: Desk, person: UUID
) -> None:
    listed, other = Listed(desk, person), Listed(desk, a_person(desk))
    listed.presenter.begin()
    assert listed.forms.keeper is not None
    listed.forms.keeper.keep({"asked_by": "Her sister, from the refuge"})
    other.presenter.begin()
    assert other.forms.keeper is not None
    assert other.forms.keeper.typed == {}


def test_all_of_it_is_offered_where_only_a_part_waits(
    desk: Desk, person: UUID, request_: Request, look: theme.Look, qtbot: QtBot
) -> None:
    referral = draft_referral(desk, person, referrer_id=NURSE, why_now="Sleeps outside").result
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(Referral, referral).screening_note = "The school told them"
        tx.journal("referral.screened", record=referral, scope=person)
    request_.presenter.load()
    view = AccessRequestView()
    qtbot.addWidget(view)
    asked: list[AccessChoice] = []
    view.choice_asked.connect(lambda _one, choice: asked.append(choice))
    rows = request_.file.to_decide
    (part,) = (at for at, one in enumerate(rows) if one.part)
    view.show_file(request_.file, TODAY, request_.deeds)
    for at in range(len(rows)):
        view.table.choose(at)
        view.actions_here[3].trigger()
        told = " ".join(one.text() for one in view.findChildren(QLabel))
        assert ("Sleeps outside" in told) == (at == part)
        assert asked == ([AccessChoice.WITHHOLD_ALL] if at >= part else [])
