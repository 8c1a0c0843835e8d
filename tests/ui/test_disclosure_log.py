"""The disclosure log at the desk: what its forms ask, and what comes of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.recording import record_disclosure
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.person.pages import read_person
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.disclosing.holders import Held, WhyBack
from coordinator.domain.disclosing.log import Checked, DisclosureRow
from coordinator.domain.lists.sharing import Channel
from coordinator.ui.screens.disclosures.presenter import Deed, DisclosuresPresenter
from coordinator.ui.shared.asking import Asking
from coordinator.wording.disclosures import held_words, settled_words
from tests.casework.disclosing.test_disclosure_log import PAPER
from tests.meetings import add_case
from tests.stores import HEALTH, NOON, POLICE, TODAY, Clock
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs


class Log:
    """The log of one person as it would be shown, on a real store."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.rows: tuple[DisclosureRow, ...] = ()
        self.held: tuple[Held, ...] = ()
        self.astray: tuple[DisclosureRow, ...] = ()
        jobs, self.forms = ImmediateJobs(desk), Forms()
        self.presenter = DisclosuresPresenter(jobs, self, Asking(jobs, self.forms), person)
        jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_log(
        self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool, more: bool
    ) -> None:
        assert may_edit
        assert not more
        self.rows = tuple(rows)

    def show_held(self, held: Sequence[Held], *, may_edit: bool) -> None:
        assert may_edit
        self.held = tuple(held)

    def show_astray(self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool) -> None:
        assert may_edit
        self.astray = tuple(rows)

    def show_checked(self, found: Checked) -> None:
        raise AssertionError(found)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return add_case(desk, "Petroc")[0]


def test_what_was_told_aloud_needs_an_agency_and_is_kept_in_the_form(
    desk: Desk, person: UUID
) -> None:
    log = Log(desk, person)
    said = {"recipient": "The nurse", "what": "Where she sleeps", "channel": Channel.SPOKEN}
    log.presenter.tell()
    log.forms.answer(**said)
    assert log.forms.faults == {"agency": "required"}
    log.forms.answer(agency=HEALTH, **said)
    (row,) = log.rows
    assert (row.recipient, row.what) == ("The nurse", "Where she sleeps")
    assert (row.made_at, "nothing else" in row.proportionality) == (NOON, True)


def test_what_is_half_typed_of_one_person_does_not_turn_up_for_another(
    desk: Desk, person: UUID
) -> None:
    other = add_case(desk, "Tomos")[0]
    first = Log(desk, person)
    first.presenter.tell()
    assert first.forms.keeper is not None
    first.forms.keeper.keep({"what": "Where she sleeps"})

    for who, typed in ((other, {}), (person, {"what": "Where she sleeps"})):
        log = Log(desk, who)
        log.presenter.tell()
        assert log.forms.keeper is not None
        assert log.forms.keeper.typed == typed


def test_what_was_told_aloud_yesterday_stands_as_told_yesterday_and_not_tomorrow(
    desk: Desk, person: UUID
) -> None:
    log = Log(desk, person)
    said = {"agency": HEALTH, "recipient": "The nurse", "what": "Where she sleeps"}
    log.presenter.tell()
    log.forms.answer(**said, on=TODAY + timedelta(days=1))
    assert log.forms.faults == {"on": "in-the-future"}
    log.forms.answer(**said, on=TODAY - timedelta(days=1), at=time(9, 30), proportionality="")
    assert log.forms.faults == {"proportionality": "required"}
    log.forms.answer(**said, on=TODAY - timedelta(days=1), at=time(9, 30))
    (row,) = log.rows
    assert row.made_at == NOON - timedelta(days=1, hours=2, minutes=30)


def test_what_an_agency_heard_that_must_not_be_told_is_noted_with_how_it_came_and_listed(
    desk: Desk, person: UUID
) -> None:
    exclude_agency(desk, person, agency_id=HEALTH, reason="asked")
    log = Log(desk, person)
    log.presenter.tell()
    log.forms.answer(agency=HEALTH, recipient="The nurse", what="Where she sleeps")
    assert (log.rows, log.astray) == ((), ())
    assert log.forms.question is not None
    (asked,) = [one.name for one in log.forms.question.asks if one.name.startswith("prompt")]
    log.forms.answer()
    assert log.forms.faults == {asked: "required"}
    log.forms.answer(**{asked: "She rang, and I did not look first"})
    (row,) = log.astray
    assert row.reason == "She rang, and I did not look first"
    assert log.rows == log.astray
    assert read_person(desk, person).sharing.told_astray == 1
    assert [one.number for one in read_this_week(desk).astray] == [row.number]
    log.presenter.do(Deed.SETTLED, row)
    log.forms.answer(on=TODAY + timedelta(days=1), how=" ")
    assert log.forms.faults == {"on": "in-the-future", "how": "required"}
    log.forms.answer(on=TODAY, how="She wrote that she tells nobody")
    assert log.astray == ()
    (told,) = log.rows
    assert told.went_astray
    assert settled_words(told, TODAY) == "Thu 19 Nov: She wrote that she tells nobody"
    assert read_person(desk, person).sharing.told_astray == 0
    assert read_this_week(desk).astray == ()


def test_a_copy_that_came_back_is_not_noted_as_destroyed(desk: Desk, person: UUID) -> None:
    record_disclosure(desk, replace(PAPER, person=person))
    log = Log(desk, person)
    log.presenter.do(Deed.RETURNED, log.rows[0])
    log.forms.answer(returned_on=TODAY)
    assert (log.rows[0].returned_on, log.rows[0].destroyed_on) == (TODAY, None)


def whys(log: Log) -> dict[str, tuple[WhyBack, ...]]:
    return {one.row.agency: one.why for one in log.held}


def test_a_copy_kept_longer_than_the_panel_says_is_to_be_asked_back(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    record_disclosure(desk, replace(PAPER, paper="plan", person=person, agency=POLICE))
    clock.move(days=364)
    assert read_person(desk, person).sharing.to_ask_back == 0
    clock.move(days=3)  # twelve months, as shipped
    assert whys(Log(desk, person)) == {"Kerrow Police": (WhyBack.KEPT_TOO_LONG,)}
    assert read_person(desk, person).sharing.to_ask_back == 1


def test_what_left_before_an_objection_was_noted_is_asked_back_whenever_it_was_made(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    clock.move(days=2)
    record_disclosure(desk, replace(PAPER, paper="plan", person=person, agency=POLICE))
    clock.move(hours=1)
    record_basis(desk, person, objection="Not to the police", objected_on=TODAY)
    clock.move(hours=1)
    record_disclosure(desk, replace(PAPER, paper="plan", person=person, content=b"after"))
    noted = {"Kerrow Police": (WhyBack.OBJECTED,), "Kerrow Mental Health": ()}
    assert whys(Log(desk, person)) == noted
    record_basis(desk, person, advocate="Ada Penrose")
    assert whys(Log(desk, person)) == noted
    withdraw_basis(desk, person, reason="She said so again.")
    assert whys(Log(desk, person)) == {
        "Kerrow Police": (WhyBack.BASIS_WITHDRAWN, WhyBack.OBJECTED),
        "Kerrow Mental Health": (WhyBack.BASIS_WITHDRAWN,),
    }


def test_the_certificate_counts_what_left_and_not_the_panels_own_copies(
    desk: Desk, person: UUID
) -> None:
    record_disclosure(desk, replace(PAPER, person=person))
    record_disclosure(desk, replace(PAPER, person=person, agency=None, recipient="", content=b"o"))
    with desk.read() as look:
        assert look.retention.papers_out(person) == 1


def test_an_objection_after_a_pack_went_out_lists_who_holds_what_and_what_to_ask_back(
    desk: Desk, person: UUID
) -> None:
    record_disclosure(desk, replace(PAPER, person=person, recipient="Kasia Dębska"))
    record_disclosure(desk, replace(PAPER, person=person, agency=POLICE, content=b"other"))
    record_disclosure(desk, replace(PAPER, person=person, agency=None))
    log = Log(desk, person)
    assert whys(log) == {"Kerrow Police": (), "Kerrow Mental Health": ()}
    record_basis(desk, person, objection="Not to the police", objected_on=TODAY)
    exclude_agency(desk, person, agency_id=POLICE, reason="She objects.")
    assert read_person(desk, person).sharing.to_ask_back == 2
    log.presenter.load()
    assert whys(log) == {
        "Kerrow Police": (WhyBack.NOT_TO_BE_TOLD, WhyBack.OBJECTED),
        "Kerrow Mental Health": (WhyBack.OBJECTED,),
    }
    told = {one.row.agency: held_words(one) for one in log.held}
    number = next(one.row.number for one in log.held if one.row.agency == "Kerrow Mental Health")
    assert told["Kerrow Mental Health"] == (
        f"{number}, Meeting pack, 19 November 2026, Kasia Dębska, Kerrow Mental Health: "
        "the person objected since"
    )
    log.presenter.ask_back(log.held)
    assert [one.is_to_ask for one in log.held] == [False, False]
    assert [row.asked_back_on for row in log.rows if row.agency] == [TODAY, TODAY]
    assert read_person(desk, person).sharing.to_ask_back == 0
    out = next(row for row in log.rows if row.agency)
    log.presenter.do(Deed.RETURNED, out)
    log.forms.answer(destroyed_on=TODAY)
    assert len(log.held) == 1
