"""Giving a lead professional a sheet to fill in: what it says, and that it left.

It is chosen by what chooses a take-away, so that nobody is told more by a sheet than by a pack;
but whoever finds it reads it, so it says why it goes unsealed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from coordinator.casework.away.carrying import Carrier, Part
from coordinator.casework.away.sending import (
    Made,
    Outgoing,
    check_bases,
    check_take_away,
    grant,
    lacking_of,
    lent_of,
    note_made,
    note_told,
    share_given,
    waiting_of,
)
from coordinator.casework.away.sheet_aside import SheetAside, aside_of
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.leaving import check_may_leave
from coordinator.casework.disclosing.recording import MadePaper, keep_disclosure
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Agency, Panel, Person, Professional
from coordinator.db.projecting import project
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.disclosing.sendings import STAYS, Sending, usual_channel
from coordinator.domain.errors import GuardError, InvalidFieldsError, StaleRecordError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Carried, TakeAwayScope, Terms
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.merging.changes import ChangeId, sorted_ids
from coordinator.domain.merging.heads import Fields, by_record, heads, is_removed
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, AgencyStatus, PlanStatus

PAPER = "update-sheet"
"""What the log of disclosures calls it."""
NOT_SEALED = "sheet-not-sealed"


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Somebody the sheet is about."""

    person: UUID
    reference: str
    name: ListedName = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlanText:
    """A text of a plan: several where people disagree, none where nobody has written one."""

    person: UUID
    plan: UUID
    section: str
    texts: tuple[str, ...] = field(repr=False)
    shown: tuple[ChangeId, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that has not come to its outcome."""

    person: UUID
    action: UUID
    number: str
    text: str = field(repr=False)
    owner: UUID | None
    agency: str
    set_on: date
    due_on: date
    status: ActionStatus
    shown: Mapping[str, tuple[ChangeId, ...]]


@dataclass(frozen=True, slots=True)
class SheetOwner:
    """Somebody in post, who could do something."""

    id: UUID
    name: str
    agency: str


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A sheet as it would leave now.

    Attributes:
        outgoing: The same as a take-away would hold; whom it is for stands in its scope.
        lead: Who that is, by name.
        aside: What of theirs was kept aside, and what became of it since they heard last.
    """

    outgoing: Outgoing
    lead: str
    people: tuple[SheetPerson, ...]
    plans: tuple[PlanText, ...]
    actions: tuple[OpenAction, ...]
    owners: tuple[SheetOwner, ...]
    aside: tuple[SheetAside, ...] = ()

    @property
    def kept(self) -> int:
        """How many entries and parts stay because they name somebody else."""
        return sum(one.kept for one in self.outgoing.parts.values())


def read_update_sheet(
    desk: Desk,
    professional: UUID,
    terms: Terms = PLAIN_TERMS,
    progress: Progress | None = None,
) -> SheetDraft:
    """Gather what a lead professional would be given on a sheet now; they need no card.

    Args:
        desk: Where and by whom.
        professional: Whose people.
        terms: By when it is wanted back, who is lent besides, who may stay.
        progress: Told in people.

    Raises:
        NotPermittedError: Nobody sends work but the coordinator and the chair.
        MissingRecordError: No such professional.
        GuardError: `made-at-panel`: this store is itself away; `also-not-theirs`, `not-lent`: as
            `read_take_away`.
        InvalidFieldsError: `due` `in-the-past`.
    """
    if terms.due is not None and terms.due < desk.today():
        raise InvalidFieldsError({"due": "in-the-past"})
    with desk.read(Right.SETTLE) as look:
        if look.away.info is not None:
            raise GuardError("made-at-panel")
        post = look.get(Professional, professional)
        share = share_given(look, professional.hex, professional, terms)
        lent = lent_of(look, professional, share, terms.kind)
        carrier = Carrier(desk, look, share.reader, share)
        living = _living(look, carrier.people)
        lacking = lacking_of(desk, look, (one.id for one in living), share.rules.needs)
        waits: Mapping[UUID, frozenset[ChangeId]] = {}
        if terms.rest and len(lacking) < len(living):
            waits = waiting_of(look, carrier, lacking)
            carrier = carrier.without(frozenset(waits))
            living = [one for one in living if one.id not in waits]
        names = listed_names(look, living)
        people = [SheetPerson(one.id, one.reference, names[one.id]) for one in living]
        people.sort(key=lambda one: one.reference)
        parts: dict[UUID, Part] = {}
        for one in people:
            (progress or Unwatched()).step(len(parts), len(people))
            parts[one.person] = carrier.person(one.person)
        outgoing = _outgoing(look, post, carrier.panel, parts, terms.due)
        scope = replace(outgoing.scope, waits=waits)
        return SheetDraft(
            outgoing=replace(outgoing, scope=scope, lacking=lacking, lent=lent),
            lead=post.name,
            people=tuple(people),
            plans=tuple(one for who in people for one in _plan(look, who, parts[who.person])),
            actions=tuple(one for who in people for one in _actions(who, parts[who.person])),
            owners=_owners(desk, carrier.panel),
            aside=aside_of(look, post.id, parts),
        )


def check_update_sheet(desk: Desk, draft: SheetDraft, sending: Sending) -> None:
    """Refuse, before it is made, what may not go, or not without a reason.

    Raises:
        ReasonNeededError: `sheet-not-sealed`: nobody said why it is no sealed pack; or as
            `check_take_away`.
        InvalidFieldsError: `channel`: nobody said how it goes, or it was said to be sealed.
        GuardError: `leads-nobody`: nobody would stand on it.
        GuardError, BasisLackingError: As `check_take_away`.
    """
    if not draft.people:
        raise GuardError("leads-nobody")
    need_reason(sending.reason, NOT_SEALED)
    with desk.read(Right.SETTLE) as look:
        _channel(look, draft, sending)
    check_take_away(desk, draft.outgoing, sending)


@contextmanager
def note_update_sheet(
    desk: Desk, draft: SheetDraft, made: Made, sending: Sending = STAYS
) -> Iterator[Callable[[], Done[str]]]:
    """Record that a sheet leaves, in one act with whatever the block does to let it.

    What the block is given tells its number in the log of disclosures.

    Raises:
        StaleRecordError: Another sheet left for the same professional meanwhile.
        ReasonNeededError, InvalidFieldsError, GuardError, BasisLackingError: As for
            `check_update_sheet`.
    """
    need_reason(sending.reason, NOT_SEALED)
    check_may_leave(desk, sending.reason)
    outgoing, professional = draft.outgoing, draft.outgoing.scope.professional
    with desk.act(Right.SETTLE) as tx:
        if (found := next_sheet(tx, professional)) != outgoing.seq:
            raise StaleRecordError(record=professional, seen=outgoing.seq, found=found)
        check_bases(desk, tx, outgoing)
        number = _disclosed(desk, tx, draft, made, sending)
        sheet = replace(outgoing, kind=PackKind.UPDATE_SHEET)
        note_made(desk, tx, sheet, made, changes=len(draft.plans) + len(draft.actions))
        grant(desk, tx, outgoing)
        note_told(tx, professional, made.pack)
        tx.journal("workpack.sheet_made", record=professional, reason=sending.reason)
        yield lambda: Done(number, tx.changes)


def next_sheet(look: Reading, professional: UUID) -> int:
    """Give the number of the next sheet for somebody."""
    return max((one.seq for one in look.packs.made_for(professional.hex)), default=0) + 1


def _living(look: Reading, people: Sequence[UUID]) -> list[Person]:
    on_file = look.get_many(Person, people)
    return [one for one in on_file.values() if one.died_on is None]


def _outgoing(
    look: Reading, post: Professional, panel: Part, parts: Mapping[UUID, Part], due: date | None
) -> Outgoing:
    scope = TakeAwayScope(
        professional=post.id,
        panel=look.get(Panel, look.info.panel_id).name,
        people=tuple(Carried(one, part.kept) for one, part in parts.items()),
        due=due,
    )
    seq = next_sheet(look, post.id)
    return Outgoing(post.id.hex, seq, 0, look.info.panel_id, scope, panel, parts)


def _records(part: Part, kind: RecordKind) -> Iterator[tuple[UUID, Fields, Mapping[str, object]]]:
    """Give what stands of the records of one kind, and the values it makes."""
    model = models_by_kind()[kind]
    for key, fields in by_record(heads(part.changes)).items():
        if key.kind == kind and not is_removed(fields):
            yield key.record, fields, project(model, fields, {}).values


def _plan(look: Reading, who: SheetPerson, part: Part) -> Iterator[PlanText]:
    """Give the texts of a live plan that are theirs to write; what is kept from them is not."""
    for record, fields, values in _records(part, RecordKind.PLAN):
        if values["status"] == PlanStatus.ENDED:
            continue
        standing = {one.field for one in look.history.standing([record]).get(record, ())}
        for section in SECTIONS:
            said = fields.get(section, ())
            if said or section not in standing:
                texts = tuple(dict.fromkeys(str(one.value or "") for one in said))
                yield PlanText(who.person, record, section, texts, sorted_ids(said))


def _actions(who: SheetPerson, part: Part) -> Sequence[OpenAction]:
    found = [
        OpenAction(
            person=who.person,
            action=record,
            number=str(values["number"]),
            text=str(values["text"]),
            owner=UUID(hex=str(values["owner_id"])) if values["owner_id"] else None,
            agency=str(values["owner_agency"] or ""),
            set_on=date.fromisoformat(str(values["set_on"])),
            due_on=date.fromisoformat(str(values["due_on"])),
            status=ActionStatus(str(values["status"])),
            shown={name: sorted_ids(fields.get(name, ())) for name in ("status", "due_on")},
        )
        for record, fields, values in _records(part, RecordKind.ACTION)
        if ActionStatus(str(values["status"])) in STILL_OPEN
    ]
    return sorted(found, key=lambda one: (one.due_on, one.number))


def _owners(desk: Desk, panel: Part) -> tuple[SheetOwner, ...]:
    """Give everybody in post, as a take-away has them."""
    agencies = {
        record: str(values["name"])
        for record, _fields, values in _records(panel, RecordKind.AGENCY)
        if values["status"] == AgencyStatus.ACTIVE
    }
    found = []
    for record, _fields, values in _records(panel, RecordKind.PROFESSIONAL):
        agency = agencies.get(UUID(hex=str(values["agency_id"])))
        left = date.fromisoformat(str(values["left_on"])) if values["left_on"] else None
        if agency is not None and is_in_post(left, desk.today()):
            found.append(SheetOwner(record, str(values["name"]), agency))
    return tuple(sorted(found, key=lambda one: (one.name, one.agency, one.id)))


def _channel(look: Reading, draft: SheetDraft, sending: Sending) -> Channel:
    """Say how it goes: as was said, or as this agency has its post."""
    post = look.get(Professional, draft.outgoing.scope.professional)
    secure = look.get(Agency, post.agency_id).secure_email
    channel = sending.channel or usual_channel(has_secure_email=secure, is_locked=False)
    if channel is None:
        raise InvalidFieldsError({"channel": "required"})
    if channel is Channel.SEALED_PACK:
        raise InvalidFieldsError({"channel": "not-in-list"})
    return channel


def _disclosed(
    desk: Desk, tx: Transaction, draft: SheetDraft, made: Made, sending: Sending
) -> str:
    post = tx.get(Professional, draft.outgoing.scope.professional)
    number = tx.disclosures.next_of_year(desk.today().year)
    paper = MadePaper(
        paper=PAPER,
        subject=made.pack[:8],  # as its file is called
        marking=tx.get(Panel, tx.info.panel_id).marking,
        pages=1,
        recipient=post.name,
        agency=post.agency_id,
        people=frozenset(draft.outgoing.parts),
        sending=replace(sending, recipient=post.id, channel=_channel(tx, draft, sending)),
        sha256=made.sha256,
    )
    keep_disclosure(desk, tx, paper, number)
    return number
