"""Giving somebody work to take away: what the pack says, and that it left."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from coordinator.casework.away.carrying import Carrier, Part
from coordinator.casework.away.led import lead_reader
from coordinator.casework.away.shares import Share, check_theirs, share_of
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.leaving import check_may_leave
from coordinator.casework.disclosing.recording import MadePaper, keep_disclosure
from coordinator.casework.disclosing.sendings import check_goes_out, check_told
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import (
    Agency,
    ContactRow,
    Granted,
    PackMade,
    Panel,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.disclosing.sendings import STAYS, Sending, usual_channel
from coordinator.domain.errors import (
    BasisLackingError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    StaleRecordError,
)
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Carried, TakeAwayScope, Terms
from coordinator.domain.merging.changes import ChangeId
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.need_to_know.bases import Needs, may_leave
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right
from coordinator.domain.states import BasisStatus

ACCEPTED = "accepted"
"""How something that was held back was settled: it was taken over after all."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A take-away as it would leave now.

    Attributes:
        seq: The number it would have.
        seen: The newest number had from its receiver.
        parts: What goes about each person, in the order of the scope.
        lacking: Who is theirs and whose information basis is not complete: among `parts` unless
            the others go without them.
        lent: Who is of somebody the receiver stands in for.
    """

    contact: str
    seq: int
    seen: int
    panel_id: UUID
    scope: TakeAwayScope
    panel: Part
    parts: Mapping[UUID, Part]
    kind: PackKind = PackKind.TAKE_AWAY
    meeting: UUID | None = None
    lacking: tuple[UUID, ...] = ()
    lent: frozenset[UUID] = frozenset()

    @property
    def changes(self) -> int:
        """How many changes it holds."""
        return sum(len(one.changes) for one in (self.panel, *self.parts.values()))


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was written."""

    pack: str
    made: datetime
    expires: datetime
    size: int
    sha256: str


def read_take_away(
    desk: Desk, contact: str, terms: Terms = PLAIN_TERMS, progress: Progress | None = None
) -> Outgoing:
    """Gather what somebody would be given now.

    Args:
        desk: Where and by whom.
        contact: Whose card it is sealed for.
        terms: What of the panel, by when it is wanted back, who is lent besides, who may stay.
        progress: Told in people.

    Raises:
        NotPermittedError: Nobody sends work but the coordinator and the chair.
        MissingRecordError: No such contact.
        GuardError: `contact-nobody`: nobody said who of the directory it is; `contact-unchecked`,
            `contact-revoked`: nothing is sealed for them; `also-not-theirs`: they stand in for
            the lead of somebody named in `also` not at all, or must not be told of them;
            `not-lent`: somebody named in `ended` is not lent to them; `made-at-panel`: this store
            is itself away; `not-a-coordinator`, `not-the-chair`, `no-representative`: they do not
            hold the post this kind is for.
        InvalidFieldsError: `due` `in-the-past`.
    """
    if terms.due is not None and terms.due < desk.today():
        raise InvalidFieldsError({"due": "in-the-past"})
    with desk.read(Right.SETTLE) as look:
        if look.away.info is not None:
            raise GuardError("made-at-panel")
        row, professional = receiver_of(look, contact)
        share = share_given(look, contact, professional, terms)
        carrier = Carrier(desk, look, share.reader, share)
        lacking = lacking_of(desk, look, carrier.people, share.rules.needs)
        waits: Mapping[UUID, frozenset[ChangeId]] = {}
        if terms.rest and lacking:
            waits = waiting_of(look, carrier, lacking)
            carrier = carrier.without(frozenset(lacking))
        panel, parts = carrier.everything(progress)
        carried = {one.id for part in (panel, *parts.values()) for one in part.changes}
        scope = TakeAwayScope(
            professional=professional,
            panel=look.get(Panel, look.info.panel_id).name,
            people=tuple(Carried(one, part.kept, part.where) for one, part in parts.items()),
            confirmed=_confirmed(look, contact, professional) - carried,
            held=_held(look, professional),
            due=terms.due,
            waits=waits,
        )
        seq, seen, panel_id = row.last_seq_sent + 1, row.last_seq_seen, look.info.panel_id
        of = (terms.kind, terms.meeting)
        lent = lent_of(look, professional, share, terms.kind)
        return Outgoing(contact, seq, seen, panel_id, scope, panel, parts, *of, lacking, lent)


def check_take_away(desk: Desk, outgoing: Outgoing, sending: Sending = STAYS) -> None:
    """Refuse, before it is made, what may not go to its receiver, or not without a reason.

    Raises:
        ReasonNeededError: `chair-exports`; see `domain.disclosing.sendings.prompts_of`.
        GuardError: `agency-not-told`, `worker-not-told`.
        BasisLackingError: Somebody's basis is not complete, or was withdrawn: it is a whole
            picture of them, and waits as their plan does. It says whose, as far as whoever asks
            may know of them.
        NotPermittedError, MissingRecordError: As for `read_take_away`.
    """
    check_may_leave(desk, sending.reason)
    with desk.read(Right.SETTLE) as look:
        post = look.get(Professional, outgoing.scope.professional)
        check_bases(desk, look, outgoing)
        check_told(look, outgoing.parts, post.agency_id)
        to = replace(sending, recipient=post.id)
        check_goes_out(desk, look, outgoing.parts, post.agency_id, to)


@contextmanager
def note_take_away(
    desk: Desk, outgoing: Outgoing, made: Made, *, sending: Sending = STAYS
) -> Iterator[Callable[[], Done[str]]]:
    """Record that a take-away leaves, in one act with whatever the block does to let it.

    It is a disclosure like any other: what the block is given tells its number in the log.

    Args:
        desk: Where and by whom.
        outgoing: As it was gathered.
        made: The pack.
        sending: How it goes, and why; its recipient is whoever the card is of.

    Raises:
        StaleRecordError: Another pack left for the same contact meanwhile.
        ReasonNeededError, GuardError, BasisLackingError: As for `check_take_away`.
    """
    check_may_leave(desk, sending.reason)
    with desk.act(Right.SETTLE) as tx:
        row, professional = receiver_of(tx, outgoing.contact)
        if row.last_seq_sent + 1 != outgoing.seq:
            found = row.last_seq_sent
            raise StaleRecordError(record=professional, seen=outgoing.seq, found=found)
        row.last_seq_sent = outgoing.seq
        number = _disclosed(desk, tx, outgoing, made, sending)
        note_made(desk, tx, outgoing, made, changes=outgoing.changes)
        grant(desk, tx, outgoing)
        note_told(tx, professional, made.pack)
        tx.journal("workpack.made", record=professional, reason=sending.reason)
        yield lambda: Done(number, tx.changes)


def receiver_of(look: Reading, contact: str) -> tuple[ContactRow, UUID]:
    """Give a contact that something may be sealed for, and who of the directory they are.

    Raises:
        MissingRecordError: No such contact.
        GuardError: `contact-revoked`, `contact-unchecked`, `contact-nobody`.
    """
    row = look.session.get(ContactRow, contact)
    if row is None:
        raise MissingRecordError(what="contact_card", key=contact)
    if row.revoked_on is not None:
        raise GuardError("contact-revoked")
    if row.checked_at is None:
        raise GuardError("contact-unchecked")
    if row.professional_id is None:
        raise GuardError("contact-nobody")
    return row, row.professional_id


def share_given(look: Reading, contact: str, professional: UUID, terms: Terms) -> Share:
    """Say who goes along: their own people, and of those of others whoever is lent to them.

    Raises:
        GuardError: `not-lent`, `also-not-theirs`.
    """
    if terms.kind is not PackKind.TAKE_AWAY:
        share = share_of(look, terms, professional)
        check_theirs(terms.kind, share)
        return share
    given = look.packs.lent_to(contact)
    own = lead_reader(look, professional).own_people
    if not terms.ended <= given - own:
        raise GuardError("not-lent", len(terms.ended - (given - own)))
    also = (terms.also | given) - terms.ended
    share = share_of(look, replace(terms, also=also), professional)
    if others := terms.also - share.people:
        raise GuardError("also-not-theirs", len(others))
    return share


def lent_of(look: Reading, professional: UUID, share: Share, kind: PackKind) -> frozenset[UUID]:
    """Name those of a take-away who are of somebody the receiver stands in for."""
    if kind is not PackKind.TAKE_AWAY:
        return frozenset()
    return share.people - lead_reader(look, professional).own_people


def _confirmed(look: Reading, contact: str, professional: UUID) -> frozenset[ChangeId]:
    """Give every change of theirs that came home, whatever became of it since."""
    return look.packs.accepted_from(contact) | look.away.ids_by(professional)


def _held(look: Reading, professional: UUID) -> Mapping[ChangeId, HoldReason]:
    return {
        one.id: HoldReason(one.reason)
        for one in look.away.held(professional)
        if one.settled_how != ACCEPTED
    }


def check_bases(desk: Desk, look: Reading, outgoing: Outgoing) -> None:
    """Refuse whole pictures of people whose basis is not complete, or was withdrawn.

    Raises:
        BasisLackingError: The first of them, and whom else as far as the sitter may know of them.
    """
    lacking = lacking_of(desk, look, outgoing.parts, RULES[outgoing.kind].needs)
    if lacking:
        sight = sight_of(desk, look, lacking)
        known = look.get_many(Person, [one for one in lacking if sight.sees(one)])
        names = tuple(sorted(one.reference for one in known.values()))
        raise BasisLackingError(record=lacking[0], references=names, count=len(lacking))


def lacking_of(
    desk: Desk, look: Reading, people: Iterable[UUID], needs: Needs
) -> tuple[UUID, ...]:
    """Name those a whole picture of whom may not leave as their information basis stands."""
    asked = tuple(people)
    known = basis_statuses(look, asked)
    return tuple(one for one in asked if not may_leave(needs, known.get(one), None, desk.today()))


def waiting_of(
    look: Reading, carrier: Carrier, lacking: Sequence[UUID]
) -> Mapping[UUID, frozenset[ChangeId]]:
    """Say what their lead may keep of whom nothing newer goes to: nothing of a withdrawn basis."""
    known = basis_statuses(look, lacking)
    withdrawn = {one for one in lacking if known.get(one) is BasisStatus.WITHDRAWN}
    return {
        one: frozenset(()) if one in withdrawn else _ids(carrier.person(one)) for one in lacking
    }


def _ids(part: Part) -> frozenset[ChangeId]:
    return frozenset(one.id for one in part.changes)


def _disclosed(
    desk: Desk, tx: Transaction, outgoing: Outgoing, made: Made, sending: Sending
) -> str:
    """Write it into the log of what left, refused as any other paper is; gives its number."""
    check_bases(desk, tx, outgoing)
    post = tx.get(Professional, outgoing.scope.professional)
    agency = tx.get(Agency, post.agency_id)
    usual = usual_channel(has_secure_email=agency.secure_email, is_locked=True)
    number = tx.disclosures.next_of_year(desk.today().year)
    paper = MadePaper(
        paper=outgoing.kind.value,
        subject=made.pack[:8],  # as its file is called
        marking=tx.get(Panel, tx.info.panel_id).marking,
        pages=1,
        recipient=post.name,
        agency=agency.id,
        people=frozenset(outgoing.parts),
        sending=replace(sending, recipient=post.id, channel=sending.channel or usual),
        sha256=made.sha256,
    )
    keep_disclosure(desk, tx, paper, number)
    return number


def note_made(
    desk: Desk, tx: Transaction, outgoing: Outgoing, made: Made, *, changes: int
) -> None:
    """Keep that something was made for somebody: a sealed pack, or a sheet to fill in."""
    tx.session.add(
        PackMade(
            pack=made.pack,
            contact_id=outgoing.contact,
            kind=outgoing.kind.value,
            seq=outgoing.seq,
            made_at=made.made,
            expires_at=made.expires,
            made_by=desk.sitter.professional,
            size=made.size,
            sha256=made.sha256,
            people=[one.hex for one in outgoing.parts],
            changes=changes,
            due_back=outgoing.scope.due,
            meeting_id=outgoing.meeting,
        )
    )


def note_told(tx: Transaction, sender: UUID, pack: str) -> None:
    """Note that somebody is told with this pack or sheet of all that was kept aside of theirs."""
    for held in tx.away.held(sender):
        held.told_in = held.told_in or pack


def grant(desk: Desk, tx: Transaction, outgoing: Outgoing) -> None:
    """Keep who has whom since when; whoever is not in the newest pack has them no longer."""
    known = {one.person_id: one for one in tx.packs.granted(outgoing.contact)}
    theirs = {*outgoing.parts, *(one for one, may in outgoing.scope.waits.items() if may)}
    for person, row in known.items():
        row.lent = person in outgoing.lent
        if person not in theirs and row.until is None:
            row.until = desk.now()
    for person in outgoing.parts:
        again = known.get(person)
        if again is None:
            fresh = Granted(contact_id=outgoing.contact, person_id=person, since=desk.now())
            fresh.lent = person in outgoing.lent
            tx.session.add(fresh)
        elif again.until is not None:
            again.since, again.until = desk.now(), None
