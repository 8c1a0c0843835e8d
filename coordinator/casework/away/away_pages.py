"""Away and back as pages show it: who has what, what came back, what is kept aside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from coordinator.casework.away.held import HeldRow, find_held_back
from coordinator.casework.away.led import lendable
from coordinator.casework.away.renewals import renewals_of
from coordinator.casework.away.sending import read_take_away, receiver_of
from coordinator.casework.away.sheet_holders import with_sheets
from coordinator.casework.away.taking import change_of, own_changes
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.sight import sight_of, sight_of_one
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.casework.records.history import id_in, names_of
from coordinator.db.logging_rules import usual_value
from coordinator.db.merging import models_by_kind
from coordinator.db.models import AwayInfo, ContactRow, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.exchange.away_pages import (
    AwayBeside,
    AwayPage,
    AwayPerson,
    Going,
    HeldEntry,
    HeldLine,
    Holder,
    OwnAway,
    PanelAway,
    Return,
    ReturnRow,
    Spoken,
)
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.reviews import HandBackReview, ReviewRow
from coordinator.domain.exchange.scopes import PLAIN_TERMS, Terms
from coordinator.domain.exchange.taking import WAITS
from coordinator.domain.merging.changes import Change, ChangeId, Value, scalars_in
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.roles import Right, may

Aside = tuple[Change, str]
"""A change kept aside, and why."""


def read_away_page(desk: Desk) -> AwayPage:
    """Say who has what: at a panel, of everybody; away from one, of whoever sits there.

    Raises:
        NotPermittedError: At a panel nobody but the coordinator and the chair sees it.
    """
    with desk.read(Right.OWN_CARD) as look:
        info = look.away.info
        if info is not None:
            return _own(desk, look, info)
    return _panel(desk)


def read_going(desk: Desk, contact: str, terms: Terms = PLAIN_TERMS) -> Going:
    """Say what a contact would be given now, and how much of it stays.

    Args:
        desk: Who asks.
        contact: For whom.
        terms: What kind of pack, and of which meeting.

    Raises:
        NotPermittedError, MissingRecordError, GuardError: As `read_take_away`.
    """
    outgoing = read_take_away(desk, contact, terms)
    with desk.read(Right.SETTLE) as look:
        sight = sight_of(desk, look, outgoing.parts)
        found = _people(look, [one for one in outgoing.parts if sight.sees(one)])
        row, professional = receiver_of(look, contact)
        is_leads = terms.kind is PackKind.TAKE_AWAY
        others = lendable(look, professional) if is_leads else frozenset[UUID]()
        seen = sight_of(desk, look, others)
        lent = _people(look, [one for one in others if seen.sees(one)])
    people = [
        AwayPerson(
            who, *named, changes=len(part.changes), kept=part.kept, lacks=who in outgoing.lacking
        )
        for who, part in outgoing.parts.items()
        if (named := found.get(who)) is not None
    ]
    return Going(
        contact=contact,
        name=row.name,
        people=tuple(_by_reference(people)),
        changes=outgoing.changes,
        lendable=tuple(_by_reference(AwayPerson(who, *named) for who, named in lent.items())),
        lent=frozenset(lent) & outgoing.parts.keys(),
        kind=terms.kind,
        meeting=terms.meeting,
    )


def read_return(desk: Desk, review: HandBackReview) -> Return:
    """Say what a hand-back that was looked at would change, in names people know.

    Raises:
        NotPermittedError: Nobody takes work over but the coordinator and the chair.
    """
    with desk.read(Right.SETTLE) as look:
        panel = look.info.panel_id
        sight = sight_of(desk, look, [one.place.scope for one in review.rows])
        rows = tuple(
            ReturnRow(
                person=None if row.place.scope == panel else row.place.scope,
                record=row.place.record,
                kind=row.place.kind,
                column=row.place.field,
                before=row.before or _usual(row),
                after=row.after,
                made=row.made,
                disagrees=row.disagrees,
                removes=row.removes,
                is_new=row.is_new,
            )
            for row in review.rows
            if row.place.scope == panel or sight.sees(row.place.scope)
        )
        aside = [(one.change, one.reason.value) for one in review.held]
        held = _entries(desk, look, aside, frozenset())
        values = [one for row in rows for one in (*row.before, row.after)]
        return Return(
            sender=review.sender,
            sent=review.envelope.made,
            is_revoked=_is_revoked(look, review.envelope.sender),
            is_late=review.is_late,
            is_store_older=review.is_store_older,
            forks=review.forks,
            unread=review.unread,
            left=review.left,
            accepted=review.accepted,
            aside=len(review.held),
            known=review.known,
            rows=rows,
            held=held,
            spoken=_spoken(look, values, held, rows),
            now=desk.now(),
        )


def _usual(row: ReviewRow) -> tuple[Value, ...]:
    """Give what stands where nobody ever said anything else: a case begins as *engaging*."""
    if row.is_new:
        return ()
    return (usual_value(models_by_kind()[row.place.kind], row.place.field),)


def read_away_beside(desk: Desk, person_id: UUID) -> AwayBeside:
    """Say what a person's own page does of work that went away and came back.

    Away from the panel: whether something of them stayed there, and what the panel did not take
    over. At the panel, to whoever may settle it: what is kept aside about them.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        look.get(Person, person_id)
        sight_of_one(desk, look, person_id)
        info = look.away.info
        if info is not None:
            return _beside_away(desk, look, info, person_id)
    if not may(desk.sitter.role, Right.SETTLE):
        return AwayBeside()
    waiting = find_held_back(desk)
    with desk.read(Right.SETTLE) as look:
        held = _about(_held(desk, look, waiting), person_id)
        return AwayBeside(held=held, spoken=_spoken(look, (), held, ()))


def _beside_away(desk: Desk, look: Reading, info: AwayInfo, person: UUID) -> AwayBeside:
    kept = any(one.kept for one in look.away_store.people() if one.person_id == person)
    stayed = kept or bool(look.away_store.in_part([person]))
    held = _about(_own_held(desk, look, info), person)
    return AwayBeside(stayed, held, _spoken(look, (), held, ()), is_away=True)


def _about(held: Iterable[HeldEntry], person: UUID) -> tuple[HeldEntry, ...]:
    return tuple(one for one in held if one.person == person)


def _panel(desk: Desk) -> PanelAway:
    waiting = find_held_back(desk)
    disagreements = len(read_disagreements(desk).rows)
    with desk.read(Right.SETTLE) as look:
        contacts = look.cards.contacts()
        held = _held(desk, look, waiting)
        values = [line.value for one in held for line in one.lines]
        return PanelAway(
            holders=(
                *filter(None, (_holder(desk, look, one) for one in contacts)),
                *with_sheets(desk, look),
            ),
            held=held,
            spoken=_spoken(look, values, held, ()),
            contacts=tuple(
                (one.id, ", ".join((one.name, one.agency)))
                for one in contacts
                if one.checked_at and not one.revoked_on and one.professional_id
            ),
            disagreements=disagreements,
            now=desk.now(),
            renew=renewals_of(desk, look),
            meetings=tuple(
                (one.id, one.reference, one.on) for one in look.shares.to_come(desk.today())
            ),
        )


def _holder(desk: Desk, look: Reading, contact: ContactRow) -> Holder | None:
    newest = look.packs.given(contact.id)
    if newest is None:
        return None
    given = {one.person_id: one for one in look.packs.granted(contact.id) if one.until is None}
    sight = sight_of(desk, look, given)
    found = _people(look, [one for one in given if sight.sees(one)])
    people = [AwayPerson(who, *named, since=given[who].since) for who, named in found.items()]
    back = [one for one in look.packs.all_taken() if one.contact_id == contact.id]
    last = back[0] if back else None
    return Holder(
        contact=contact.id,
        name=contact.name,
        agency=contact.agency,
        is_revoked=contact.revoked_on is not None,
        people=tuple(_by_reference(people)),
        number=newest.seq,
        kind=PackKind(newest.kind),
        sent=newest.made_at,
        due=newest.due_back,
        came_back=newest.came_back_at,
        brought=last.taken_at if last else None,
        accepted=last.accepted if last else 0,
        held=last.held if last else 0,
    )


def _own(desk: Desk, look: Reading, info: AwayInfo) -> OwnAway:
    if info.professional_id is None:
        old = renewals_of(desk, look)
        return OwnAway("", None, None, (), 0, None, (), Spoken(), desk.now(), old)
    fresh = _not_home(look, info.professional_id)
    counts = Counter(one.scope for one in fresh)
    mine = [one for one in look.away.scopes() if one != look.info.panel_id]
    waits = {one.person_id for one in look.away_store.people() if one.waits}
    people = [
        AwayPerson(who, *named, changes=counts[who], lacks=who in waits)
        for who, named in _people(look, mine).items()
    ]
    held = _own_held(desk, look, info)
    last = {(one.record, one.field): one for one in fresh}
    written = _entries(desk, look, ((one, "") for one in last.values()), frozenset())
    values = [line.value for one in (*held, *written) for line in one.lines]
    handed = [one for one in look.packs.all_made() if one.kind == PackKind.HAND_BACK.value]
    return OwnAway(
        panel=info.panel_name,
        taken=info.taken_at,
        due=info.due_back,
        people=tuple(_by_reference(people)),
        elsewhere=len(fresh) - sum(one.changes for one in people),
        handed=handed[0].made_at if handed else None,
        held=held,
        spoken=_spoken(look, values, (*held, *written), ()),
        now=desk.now(),
        renew=renewals_of(desk, look),
        kind=PackKind(info.kind),
        written=written,
    )


def _own_held(desk: Desk, look: Reading, info: AwayInfo) -> tuple[HeldEntry, ...]:
    """Give what was written here and the panel did not take over."""
    if info.professional_id is None:
        return ()
    aside = [
        (change_of(one.body), one.reason)
        for one in look.away.held(info.professional_id)
        if one.reason != WAITS and one.body
    ]
    return _entries(desk, look, aside, frozenset())


def _not_home(look: Reading, me: UUID) -> list[Change]:
    """Give what was written and the panel does not have yet, in the order it was written."""
    home = look.away_store.confirmed()
    return [one for one in own_changes(look, me) if one.id not in home]


def _held(desk: Desk, look: Reading, waiting: Sequence[HeldRow]) -> tuple[HeldEntry, ...]:
    aside = [(one.change, one.reason.value) for one in waiting if one.change is not None]
    takable = frozenset(one.id for one in waiting if one.may_take)
    return _entries(desk, look, aside, takable)


def _entries(
    desk: Desk, look: Reading, aside: Iterable[Aside], takable: frozenset[ChangeId]
) -> tuple[HeldEntry, ...]:
    """Gather what is kept aside by record; of whom the sitter may not know there is nothing."""
    records: dict[tuple[UUID, UUID], list[Aside]] = {}
    for change, why in aside:
        records.setdefault((change.author, change.record), []).append((change, why))
    firsts = [some[0][0] for some in records.values()]
    on_file = look.get_many(Person, sorted({one.scope for one in firsts}))
    sight = sight_of(desk, look, on_file)
    names = look.get_many(Professional, sorted({one.author for one in firsts}))
    return tuple(
        HeldEntry(
            record=record,
            kind=some[0][0].kind,
            person=scope if scope in on_file else None,
            by=names[author].name if author in names else "",
            lines=tuple(
                HeldLine(one.id, one.field, one.value, why, one.made) for one, why in some
            ),
            may_take=takable.issuperset(one.id for one, _why in some),
        )
        for (author, record), some in records.items()
        if (scope := some[0][0].scope) not in on_file or sight.sees(scope)
    )


def _spoken(
    look: Reading,
    values: Iterable[Value],
    held: Sequence[HeldEntry],
    rows: Sequence[ReturnRow],
) -> Spoken:
    every = [*values, *(line.value for one in held for line in one.lines)]
    ids = {key for one in every for part in scalars_in(one) if (key := id_in(part))}
    told: list[HeldEntry | ReturnRow] = [*held, *rows]
    about = {one.person for one in told if one.person is not None}
    records = {one.record for one in told}
    people = listed_names(look, look.get_many(Person, sorted(about)).values())
    return Spoken(names_of(look, ids | about | records), people)


def _people(look: Reading, people: Iterable[UUID]) -> dict[UUID, tuple[str, ListedName]]:
    found = look.get_many(Person, sorted(people))
    names = listed_names(look, found.values())
    return {key: (one.reference, names[key]) for key, one in found.items()}


def _by_reference(people: Iterable[AwayPerson]) -> list[AwayPerson]:
    return sorted(people, key=lambda one: one.reference)


def _is_revoked(look: Reading, identity: str) -> bool:
    """Whether nothing newer is taken from a sender; who is sent sheets has no card."""
    known = look.cards.contact(identity)
    return known is not None and known.revoked_on is not None


def _contact(look: Reading, identity: str) -> ContactRow:
    found = look.cards.contact(identity)
    if found is None:
        raise MissingRecordError(what="contact_card", key=identity)
    return found
