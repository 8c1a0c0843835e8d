"""Recording what left the panel: a paper with its hash, and what came back."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.disclosing.disclosed_people import name_people as _name_people
from coordinator.casework.disclosing.leaving import check_may_leave
from coordinator.casework.disclosing.sendings import check_goes_out, check_told, own_words
from coordinator.casework.need_to_know.sharing import shown_person, visible
from coordinator.db.models import (
    Agency,
    Disclosure,
    DisclosureEnd,
    Meeting,
    Professional,
)
from coordinator.db.transaction import Transaction
from coordinator.domain.disclosing import log as rules
from coordinator.domain.disclosing.sendings import STAYS, Sending
from coordinator.domain.errors import GuardError, WithheldError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.texts import is_blank

_PRINTED = "paper.printed"


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that was laid out. `subject` is a reference, never a name.

    Attributes:
        references: Of everybody it speaks of; who is not on file by one is left out.
        people: About whom it is besides, by their ids.
        sha256: Of the content, where that is a file too large to be held here.
        sending: How it goes to whom outside, and why; as it is for what stays with the panel.
        number: That is printed on it, if any is.
    """

    paper: str
    subject: str
    marking: Marking
    pages: int
    content: bytes = field(repr=False, default=b"")
    recipient: str = ""
    agency: UUID | None = None
    person: UUID | None = None
    meeting: UUID | None = None
    references: frozenset[str] = frozenset()
    variant: PackVariant | None = None
    sending: Sending = STAYS
    number: str = ""
    people: frozenset[UUID] = frozenset()
    sha256: str = ""

    @property
    def fingerprint(self) -> str:
        """The SHA-256 by which a copy is known again."""
        return self.sha256 or hashlib.sha256(self.content).hexdigest()


def record_disclosure(desk: Desk, made: MadePaper, *, act: str = "paper.made") -> Done[UUID]:
    """Note that a paper left: its hash tells later whether a copy is the one that was made.

    Args:
        desk: Who lets it leave.
        made: What leaves, and for whom.
        act: How it leaves: `paper.made` as a file, `paper.printed` on paper.

    Raises:
        NotPermittedError: The role may not make papers.
        InvalidFieldsError, GuardError: As for `check_told` and `check_goes_out`; `number-taken`:
            another paper got the number that is printed on it.
        ReasonNeededError: `chair-exports`: the chair has not said why; or as for `check_goes_out`.
        MissingRecordError, WithheldError: It names somebody or something that is not there, or
            speaks of somebody who is not theirs to see.
    """
    with desk.act(Right.EXPORT) as tx:
        number = tx.disclosures.next_of_year(desk.today().year)
        if made.number and made.number != number:
            raise GuardError("number-taken")
        row = keep_disclosure(desk, tx, made, number, act)
        tx.journal(act, record=row.id, scope=made.person)
    return Done(row.id, tx.changes)


def record_packs(
    desk: Desk, meeting: UUID, made: Sequence[MadePaper], first_number: str
) -> Done[tuple[UUID, ...]]:
    """Note that the packs of a meeting leave, all of them or none, numbered one after another.

    Args:
        desk: Who lets them leave.
        meeting: Whose packs they are.
        made: What leaves, and for whom.
        first_number: What is printed on the first of them; on each after it, the next.

    Raises:
        GuardError: `pack-outdated`: something else got that number meanwhile.
        GuardError, NotPermittedError, ReasonNeededError, MissingRecordError, WithheldError: As for
            `record_disclosure`.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        tx.get(Meeting, meeting)
        if tx.disclosures.next_of_year(desk.today().year) != first_number:
            raise GuardError("pack-outdated")
        rows = [
            keep_disclosure(desk, tx, one, rules.numbered(first_number, place))
            for place, one in enumerate(made)
        ]
        tx.journal("packs.made", record=meeting)
    return Done(tuple(row.id for row in rows), tx.changes)


def keep_disclosure(
    desk: Desk, tx: Transaction, made: MadePaper, number: str, act: str = ""
) -> Disclosure:
    """Note that something leaves, as a part of a larger act that says so in the journal.

    Raises:
        InvalidFieldsError, GuardError, ReasonNeededError, MissingRecordError, WithheldError: As
            for `record_disclosure`.
    """
    check_may_leave(desk, made.sending.reason)
    _check_named(desk, tx, made)
    about = {*tx.disclosures.with_references(made.references), *made.people}
    about |= {made.person} if made.person is not None else set()
    _check_theirs(desk, tx, about)
    sending = _sending(desk, tx, made, about)
    row = tx.add(
        Disclosure(
            id=desk.new_id(),
            number=number,
            paper=made.paper,
            subject=made.subject,
            person_id=made.person,
            meeting_id=made.meeting,
            agency_id=made.agency,
            recipient_id=sending.recipient,
            recipient=made.recipient,
            variant=made.variant,
            channel=Channel.PRINTED if act == _PRINTED else sending.channel,
            proportionality=sending.proportionality.strip(),
            reason=sending.reason.strip(),
            marking=made.marking,
            pages=made.pages,
            sha256=made.fingerprint,
            made_at=desk.now(),
            made_by_id=desk.sitter.professional,
        )
    )
    tx.session.flush()
    _name_people(desk, tx, row, about)
    return row


def _sending(desk: Desk, tx: Transaction, made: MadePaper, about: Collection[UUID]) -> Sending:
    """Refuse what may not go out like this; without words of its own it has the panel's.

    Whose packs go out was looked at recipient by recipient before they were made, guests too; but
    never may an agency get one about somebody it must not be told about.
    """
    if made.agency is None:
        return made.sending
    check_told(tx, about, made.agency)
    if made.variant is None:
        check_goes_out(desk, tx, about, made.agency, made.sending)
    if about and is_blank(made.sending.proportionality):
        return replace(made.sending, proportionality=own_words(tx))
    return made.sending


def note_not_made(desk: Desk, disclosures: Sequence[UUID]) -> Done[None]:
    """Note that files which were recorded could not be written: nobody holds a copy of them.

    A number that was given stays given, and its row stays: it only says that it came to nothing.

    Raises:
        MissingRecordError, WithheldError: No such disclosure, or not one that they made.
    """
    with desk.act(Right.EXPORT) as tx:
        rows = [_shown(desk, tx, key) for key in disclosures]
        for row in rows:
            if row.made_by_id != desk.sitter.professional:
                raise WithheldError(record=row.id)
            end = _end_of(desk, tx, row)
            end.destroyed_on, end.note = desk.today(), rules.NOT_MADE
        if rows:
            one = rows[0] if len(rows) == 1 else None
            record, scope = (one.id, one.person_id) if one else (None, None)
            tx.journal("disclosure.not_made", record=record, scope=scope)
    return Done(None, tx.changes)


def ask_back(desk: Desk, disclosure_id: UUID) -> Done[None]:
    """Note that a copy was asked back, today.

    Raises:
        GuardError: `told-aloud`: there is no copy.
        MissingRecordError, WithheldError: No such disclosure, or not theirs to see.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        row = _shown_copy(desk, tx, disclosure_id)
        end = _end_of(desk, tx, row)
        end.asked_on = desk.today()
        tx.journal("disclosure.asked_back", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def note_return(
    desk: Desk,
    disclosure_id: UUID,
    *,
    returned_on: date | None = None,
    destroyed_on: date | None = None,
    by: str = "",
) -> Done[None]:
    """Note that a copy came back or was destroyed, as its holder said.

    Raises:
        GuardError: `told-aloud`: there is no copy.
        InvalidFieldsError: Neither day, one ahead, or before the copy was made.
        MissingRecordError, WithheldError: No such disclosure, or not theirs to see.
    """
    with desk.act(Right.EXPORT_PANEL) as tx:
        row = _shown_copy(desk, tx, disclosure_id)
        made_on = row.made_at.astimezone(LONDON).date()
        rules.check_end(made_on, returned_on, destroyed_on, desk.today())
        end = _end_of(desk, tx, row)
        end.returned_on, end.destroyed_on, end.by = returned_on, destroyed_on, by.strip()
        tx.journal("disclosure.ended", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def settle_astray(desk: Desk, disclosure_id: UUID, *, on: date | None, how: str) -> Done[None]:
    """Note when and how it was dealt with that somebody was told who must not be.

    It stays in the log as what it is, and is no longer listed among those to deal with.

    Raises:
        InvalidFieldsError: As for `domain.disclosing.log.check_settled`.
        GuardError: `not-astray`: whoever heard it was not one of those.
        MissingRecordError, WithheldError: No such disclosure, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        row = _shown(desk, tx, disclosure_id)
        if row.paper != rules.ASTRAY:
            raise GuardError("not-astray")
        told_on = row.made_at.astimezone(LONDON).date()
        rules.check_settled(told_on, on, how, desk.today())
        end = _end_of(desk, tx, row)
        end.returned_on, end.note = on, how.strip()
        tx.journal("disclosure.settled", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def _end_of(desk: Desk, tx: Transaction, row: Disclosure) -> DisclosureEnd:
    known = tx.disclosures.ends([row.id]).get(row.id)
    return known or tx.add(DisclosureEnd(id=desk.new_id(), disclosure_id=row.id))


def _shown(desk: Desk, tx: Transaction, disclosure_id: UUID) -> Disclosure:
    """Give a disclosure about somebody the sitter may know of, or about nobody."""
    row = tx.get(Disclosure, disclosure_id)
    people = {*tx.disclosures.people([row.id]).get(row.id, ())}
    people |= {row.person_id} if row.person_id is not None else set()
    if people and not visible(tx, desk.reader(tx), people):
        raise WithheldError(record=disclosure_id)
    return row


def _shown_copy(desk: Desk, tx: Transaction, disclosure_id: UUID) -> Disclosure:
    """Give one that left a copy: of what was told aloud an end would say it was dealt with."""
    row = _shown(desk, tx, disclosure_id)
    if row.paper in {rules.SPOKEN, rules.ASTRAY}:
        raise GuardError("told-aloud")
    return row


def _check_named(desk: Desk, tx: Transaction, made: MadePaper) -> None:
    if made.person is not None:
        shown_person(desk, tx, made.person)
    _check_there(tx, ((Meeting, made.meeting), (Agency, made.agency)))
    _check_there(tx, ((Professional, made.sending.recipient),))


def _check_theirs(desk: Desk, tx: Transaction, about: Collection[UUID]) -> None:
    """Let nobody send out what speaks of people they may not know of: a lead has their own."""
    if hidden := set(about) - visible(tx, desk.reader(tx), about):
        raise WithheldError(record=min(hidden))


def _check_there(
    tx: Transaction, named: Iterable[tuple[type[Meeting | Agency | Professional], UUID | None]]
) -> None:
    for kind, key in named:
        if key is not None:
            tx.get(kind, key)
