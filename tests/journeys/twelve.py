"""A panel with a meeting to come and twelve who are sent a pack, each of another kind."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import record_agreement
from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.people.safety import add_risk, add_warning
from coordinator.casework.plans.writing import begin_plan
from coordinator.db.models import Action, Agency, Professional, Seat
from coordinator.db.transaction import Transaction
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from tests.meetings import add_referral, next_meeting_of, weekly
from tests.offices import OFFICER, WORKER
from tests.requests import based, known_case
from tests.stores import HOUSING, POLICE, TODAY

NAMES = ("Heronwater", "Nightjarhill", "Curlewstone")
SECRETS = ("zircon", "topazine", "beryline")
KEPT_FROM_HOMES = NAMES[1]


@dataclass(frozen=True)
class Guest:
    """Somebody with a seat: what is not as usual about their agency or themselves."""

    name: str
    agency: str
    kind: AgencyKind
    email: str = ""
    works_with: tuple[int, ...] = ()
    variant: PackVariant | None = None
    has_signed: bool = True
    has_secure_email: bool = False


GUESTS = (
    Guest("Kasia Dębska", "Kerrow Mental Health", AgencyKind.MENTAL_HEALTH, "k@nhs.example",
          works_with=(0, 1), has_signed=False),
    Guest("Perran Bolitho", "Kerrow Probation", AgencyKind.PROBATION, "p@justice.example",
          works_with=(0, 1, 2)),
    Guest("Jenifer Pascoe", "Kerrow Food Bank", AgencyKind.VCS_FOOD, "j@food.example",
          works_with=(0,)),
    Guest("Ruth Hosking", "Kerrow Commissioning", AgencyKind.COMMISSIONER_HOUSING,
          "r@buy.example"),
    Guest("Cadan Rowe", "Kerrow Social Care", AgencyKind.ADULT_SOCIAL_CARE, "c@care.example",
          works_with=(0, 2), variant=PackVariant.PRINT_LIGHT),
    Guest("Wella Trott", "Kerrow Advice", AgencyKind.VCS_ADVICE, works_with=(2,)),
    Guest("Elowen Hart", "Kerrow Hospital", AgencyKind.ACUTE_HOSPITAL, "e@trust.example",
          works_with=(1, 2), has_secure_email=True),
    Guest("Nessa Penrose", "Kerrow Fire", AgencyKind.FIRE, "n@fire.example"),
)  # fmt: skip
"""With the chair, the coordinator, the police, the homes and their deputy; the fire service works
with nobody."""
DEPUTY = "Tegan Opie"


@dataclass(frozen=True)
class Twelve:
    """A meeting about three people with a case and one referred."""

    meeting: UUID
    people: tuple[UUID, ...]


def make_twelve(desk: Desk) -> Twelve:
    """Make it in a store with a coordinator, the police and the homes."""
    owners = _directory(desk)
    people = tuple(_on_file(desk, at, owners) for at in range(len(NAMES)))
    referred, _referral = add_referral(desk, "Petroc", referrer_id=OFFICER, agency_id=POLICE)
    based(desk, referred)
    exclude_agency(desk, people[1], agency_id=HOUSING, reason="Not safe there.")
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    return Twelve(meeting, people)


Works = dict[int, list[tuple[UUID, UUID, str]]]
"""Who works with whom, by the place of the person: worker, agency and its name."""
Seated = list[tuple[UUID | None, UUID | None, str]]
"""Holder, deputy and name of each seat."""


def _directory(desk: Desk) -> Works:
    """Fill the seats; gives who works with whom."""
    known = [(OFFICER, POLICE, "Kerrow Police"), (WORKER, HOUSING, "Kerrow Homes")]
    works: Works = {at: list(known) for at in range(len(NAMES))}
    page = read_directory(desk)
    coordinator = next(one for one in page.professionals if one.name == "Aled Hâf")
    chair, deputy, council = desk.new_id(), desk.new_id(), coordinator.agency_id
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        role = Role.CHAIR
        tx.add(Professional(id=chair, name="Morwenna Tregear", agency_id=council, role=role))
        tx.add(Professional(id=deputy, name=DEPUTY, agency_id=HOUSING))
        for agency, email in ((POLICE, "police"), (HOUSING, "homes"), (council, "council")):
            tx.get(Agency, agency).email = f"panel@{email}.example"
        tx.session.flush()
        seated: Seated = [(OFFICER, None, "Police"), (WORKER, deputy, "Homes")]
        seated += [(None, None, "Nobody's seat")]
        seated += [(_guest(desk, tx, guest, works), None, guest.agency) for guest in GUESTS]
        _sit(desk, tx, seated)
        agencies = [one.id for one in tx.session.query(Agency)]
        tx.journal("test.directory")
    _sign(desk, agencies)
    seen = read_directory(desk).panel.revision
    change_panel(desk, seen=seen, chair_id=chair, coordinator_id=coordinator.id)
    return works


def _guest(desk: Desk, tx: Transaction, guest: Guest, works: Works) -> UUID:
    agency, who = desk.new_id(), desk.new_id()
    tx.add(
        Agency(
            id=agency,
            name=guest.agency,
            agency_kind=guest.kind,
            email=guest.email,
            pack_variant=guest.variant,
            secure_email=guest.has_secure_email,
        )
    )
    tx.session.flush()
    tx.add(Professional(id=who, name=guest.name, agency_id=agency))
    for at in guest.works_with:
        works[at].append((who, agency, guest.agency))
    return who


def _sit(desk: Desk, tx: Transaction, seated: Seated) -> None:
    tx.session.flush()
    for rank, (holder, deputy, name) in enumerate(seated):
        seat = Seat(id=desk.new_id(), panel_id=tx.info.panel_id, name=name, rank=rank)
        seat.holder_id, seat.deputy_id = holder, deputy
        tx.add(seat)
    unsigned = {one.name for one in GUESTS if not one.has_signed}
    tx.session.flush()
    for post in tx.session.query(Professional):
        post.confidentiality_signed_on = None if post.name in unsigned else date(2026, 1, 5)


def _sign(desk: Desk, agencies: list[UUID]) -> None:
    """Everybody has signed the agreement; that of the homes ran out."""
    for agency in agencies:
        record_agreement(desk, agency, signed_on=TODAY, expires_on=TODAY + timedelta(days=300))
    year_ago = TODAY - timedelta(days=400)
    record_agreement(desk, HOUSING, signed_on=year_ago, expires_on=TODAY - timedelta(days=9))


def _on_file(desk: Desk, at: int, works: Works) -> UUID:
    person, word = known_case(desk, NAMES[at]), SECRETS[at]
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        for place, (owner, agency, name) in enumerate(works[at]):
            tx.add(Action(id=desk.new_id(), number=f"A26-{at}{place}", person_id=person,
                          text=f"Ask about {word}", owner_id=owner, owner_agency_id=agency,
                          owner_agency=name, set_on=date(2026, 11, 1), due_on=TODAY,
                          original_due_on=TODAY))  # fmt: skip
        tx.journal("test.actions", scope=person)
    add_warning(desk, person, text=f"Careful: {word}", source="GP", person_told=Answer.YES)
    add_risk(desk, person, text=f"Risk {word}", person_told=Answer.YES)
    begin_plan(desk, person)
    return person
