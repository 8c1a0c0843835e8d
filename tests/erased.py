"""A whole store with somebody of whom all is on file, whose time is over; and looks at it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.access.requests import withdraw_access_request
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.people.around import note_tie
from coordinator.casework.people.entering import register_person
from coordinator.casework.retention.deciding import confirm_disposal, propose_disposal
from coordinator.casework.stores.founding import NewStore, make_store
from coordinator.casework.stores.opening import Office, Source, sit
from coordinator.db.logging_rules import logged_value
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Act, Agency, Case, Disposal, LoggedChange, Professional, Referral
from coordinator.db.store import Store
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.people.around import Tie
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import CaseStatus
from coordinator.vault.costs import TEST_COST
from tests.casework.told import Told, tell_all
from tests.offices import NEW
from tests.raw_pages import pages_of
from tests.stores import (
    CHAIR,
    COORDINATOR,
    COUNCIL,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    WORKER,
    Clock,
)

LONG_AGO = date(2019, 3, 5)
NAMED_BY_OTHERS = "Old friend of both"
_IN_POST = (
    (COORDINATOR, "Aled Hâf", COUNCIL, Role.COORDINATOR),
    (CHAIR, "Morwenna Tregear", COUNCIL, Role.CHAIR),
    (OFFICER, "Dylan Ashdown", POLICE, Role.REPRESENTATIVE),
    (NURSE, "Kasia Dębska", HEALTH, Role.LEAD_PROFESSIONAL),
    (WORKER, "Rhys Roskilly", HOUSING, Role.LEAD_PROFESSIONAL),
)


class Kept:
    """An open store with somebody whose time is over, and somebody else tied to them."""

    def __init__(self, office: Office, told: Told, other: UUID) -> None:
        self.office, self.told, self.other = office, told, other

    @property
    def chair(self) -> Office:
        """The same store with the chair at the desk."""
        return sit(self.office, Sitter(CHAIR, Role.CHAIR, COUNCIL))

    def agreed(self) -> UUID:
        """Let one propose and another confirm that the record goes; gives the disposal."""
        made = self.proposed()
        self.confirmed(made)
        return made

    def proposed(self) -> UUID:
        """Propose that the record goes; gives the disposal."""
        return propose_disposal(self.office.desk, self.told.person).result

    def confirmed(self, made: UUID) -> None:
        """Let somebody else confirm it."""
        confirm_disposal(self.chair.desk, made, seen=1)

    def disposal(self, key: UUID) -> Disposal:
        """Read a disposal as it stands."""
        with self.office.desk.store.reading() as look:
            return look.get(Disposal, key)


def make_kept(path: Path, clock: Clock) -> Kept:
    """Make the store; its coordinator sits there."""
    source = Source(now=clock, random=random.Random(4).randbytes)
    new: NewStore = replace(NEW, panel="Kerrow Complex Needs Panel")
    office, _code = make_store(path, new, source=source, cost=TEST_COST)
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        for key, name, kind in (
            (COUNCIL, "Kerrow Council", AgencyKind.COMMUNITY_SAFETY),
            (POLICE, "Kerrow Police", AgencyKind.POLICE_NEIGHBOURHOOD),
            (HOUSING, "Kerrow Homes", AgencyKind.HOUSING_OPTIONS),
            (HEALTH, "Kerrow Mental Health", AgencyKind.MENTAL_HEALTH),
        ):
            tx.add(Agency(id=key, name=name, agency_kind=kind))
        tx.session.flush()
        for key, name, agency, role in _IN_POST:
            tx.add(Professional(id=key, name=name, agency_id=agency, role=role))
        tx.journal("test.arranged")
    office = sit(office, Sitter(COORDINATOR, Role.COORDINATOR, COUNCIL))
    chair = sit(office, Sitter(CHAIR, Role.CHAIR, COUNCIL))
    told = tell_all(office.desk, chair.desk)
    other = register_person(office.desk, given_name="Kezia", family_name="Tremayne").result
    tie = Tie(RelationKind.FRIEND, other=told.person, note=NAMED_BY_OTHERS)
    note_tie(office.desk, other, tie)
    end_case(office.desk, told.person)
    for asked in find_access_requests(office.desk, person=told.person, open_only=True):
        withdraw_access_request(office.desk, asked.id, reason="Has it")
    return Kept(office, told, other)


def end_case(desk: Desk, person: UUID, on: date = LONG_AGO) -> None:
    """Close whatever case somebody has, on a day long ago."""
    with desk.store.transaction(desk.stamp()) as tx:
        for case in tx.people.about(Case, [person]):
            case.status, case.closed_on, case.opened_on = CaseStatus.CLOSED, on, on
        for referral in tx.people.about(Referral, [person]):
            referral.decided_on = on
        tx.journal("test.closed", scope=person)


def everything_in(store: Store) -> dict[tuple[str, UUID], dict[str, Any]]:
    """Give every row of every logged table, but for its revision."""
    found: dict[tuple[str, UUID], dict[str, Any]] = {}
    with store.reading() as look:
        for kind, model in models_by_kind().items():
            for row in look.session.connection().execute(select(model.__table__)).mappings():
                told = {name: logged_value(value) for name, value in row.items()}
                told.pop("revision")
                found[kind, row["id"]] = told
    return found


def on_disk(store: Store) -> bytes:
    """Give every page of the file, decrypted, freed ones and the write-ahead log too."""
    pages = pages_of(store.path, store.keyspec())
    return pages.lower()


def texts_in_log(store: Store) -> Iterator[str]:
    """Give every value of the change log and every reason of the journal, unpacked."""
    with store.reading() as look:
        for column in (LoggedChange.value, Act.reason):
            yield from (value.lower() for value in look.session.scalars(select(column)) if value)
