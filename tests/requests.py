"""A meeting to come whose agencies can be asked, for the tests of requests for information."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.asking.requests import Asked, ask_agencies
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import record_agreement
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.meetings.information_views import AgencyAsked, Cell
from coordinator.domain.roles import Right
from tests.based import CONDITIONS
from tests.meetings import add_case, add_referral, add_seats, next_meeting_of, weekly
from tests.stores import HEALTH, HOUSING, POLICE, TODAY, nobody_signed

WEEK = TODAY + timedelta(days=7)
ANSWER_BY = TODAY + timedelta(days=5)


def sign(desk: Desk, *agencies: UUID) -> None:
    """Let agencies sign the sharing agreement."""
    for agency in agencies:
        record_agreement(desk, agency, signed_on=TODAY, expires_on=TODAY + timedelta(days=300))


def based(desk: Desk, person: UUID) -> None:
    """Record a whole information basis."""
    record_basis(
        desk,
        person,
        **CONDITIONS,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.CRIME_AND_DISORDER,
        told=ToldAboutPanel.YES,
        told_on=TODAY,
        review_on=TODAY + timedelta(days=100),
    )


def known_case(desk: Desk, name: str = "Tomos", **fields: Any) -> UUID:
    """Give somebody with an open case due for review and a whole basis."""
    person, _case = add_case(desk, name, **({"next_review_on": TODAY} | fields))
    based(desk, person)
    return person


def known_referral(desk: Desk, name: str = "Petroc") -> UUID:
    """Give somebody referred, with a whole basis."""
    person, _referral = add_referral(desk, name)
    based(desk, person)
    return person


def coming_meeting(desk: Desk, on: date = WEEK) -> UUID:
    """Write the agenda of a meeting to come; all but the council and its people have signed."""
    add_seats(desk)
    nobody_signed(desk)
    signed = (POLICE, HOUSING, HEALTH)
    sign(desk, *signed)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for post in tx.directory.professionals():
            post.confidentiality_signed_on = TODAY if post.agency_id in signed else None
        tx.journal("test.signed")
    meeting = next_meeting_of(desk, weekly(desk, on))
    write_agenda(desk, meeting)
    return meeting


def row_of(desk: Desk, meeting: UUID, agency: UUID) -> AgencyAsked:
    """Give one agency of the grid."""
    grid = read_information_requests(desk, meeting)
    return next(row for row in grid.agencies if row.id == agency)


def cell_of(desk: Desk, meeting: UUID, agency: UUID, person: UUID) -> Cell:
    """Give one agency and one person of the grid."""
    row = row_of(desk, meeting, agency)
    return next(cell for cell in row.cells if cell.person.id == person)


def ask(desk: Desk, meeting: UUID, *agencies: UUID, by: date = ANSWER_BY) -> None:
    """Ask agencies about everybody they may be asked about."""
    asked = [
        Asked(one, tuple(person.id for person in row_of(desk, meeting, one).to_ask), b"sheet")
        for one in agencies
    ]
    ask_agencies(desk, meeting, asked, answer_by=by, how=Channel.SECURE_MAIL)
