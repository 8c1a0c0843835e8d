"""Taking work away: a pack of the panel becomes what an away store holds, beside its own work."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from coordinator.casework.away.contacts import contact_on_file, follow_card
from coordinator.casework.away.rosters import follow_roster
from coordinator.casework.desk import Desk, Sitter
from coordinator.db.carrying import standing_beside, standing_whole
from coordinator.db.fitting import fits
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.models import (
    AwayInfo,
    AwayPersonRow,
    ContactRow,
    HeldBack,
    PackTaken,
    Professional,
)
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, MissingRecordError, PackRefusedError
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import TakeAway, Taken
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.exchange.taking import WAITS, OwnWork, sorted_own
from coordinator.domain.merging.changes import Change, ChangeId, canonical, to_wire
from coordinator.domain.merging.grants import FieldRule
from coordinator.domain.merging.wire import from_wire
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


def apply_take_away(desk: Desk, pack: TakeAway, roster: bytes = b"") -> Done[Taken]:
    """Let the store hold what a pack brought and the own work that is not home yet.

    A pack that is older than one taken before changes nothing: the newer one said everything that
    is still theirs. Who is no longer theirs goes, but never work the panel does not have.

    Args:
        desk: Of whoever took the work away; from the first pack on they sit as somebody else
            (`sitter_now`).
        pack: Found genuine and read whole.
        roster: The panel's list of contacts as it came along; an older one than that on file is
            not followed.

    Raises:
        GuardError: `not-away`: this is a panel's own store; `other-panel`: the work here is of
            somebody else; `other-professional`: the pack is for somebody else of that panel.
        PackRefusedError: `malformed`: what it holds cannot stand by itself.
    """
    with desk.act(Right.OWN_CARD) as tx:
        info = _info(tx)
        sender = _contact(tx, pack.envelope.sender)
        _check_ours(tx, info, pack)
        taken = Taken(is_late=True, is_numbered_again=_is_numbered_again(tx, pack, sender))
        if pack.envelope.seq > sender.last_seq_seen:
            _check_whole(pack)
            taken = _take(desk, tx, info, pack, _held_here(pack))
            sender.last_seq_seen = pack.envelope.seq
            sender.last_seq_sent = max(sender.last_seq_sent, pack.envelope.seen)
            _follow(desk, tx, info, sender.id, roster)
            follow_card(tx, sender.id, pack.card)
        _note(desk, tx, pack, taken)
        tx.journal("workpack.taken")
    return Done(taken, tx.changes)


def sitter_now(desk: Desk) -> Sitter:
    """Say who sits at an away store: whom the panel takes them for, once it has said so."""
    with desk.store.reading() as look:
        info = look.away.info
        if info is None or info.professional_id is None:
            return desk.sitter
        post = look.get(Professional, info.professional_id)
        return Sitter(post.id, RULES[PackKind(info.kind)].role, post.agency_id)


def own_changes(look: Reading, author: UUID) -> list[Change]:
    """Give everything somebody wrote, in the log or kept aside, in the order of their numbers."""
    aside = (change_of(one.body) for one in look.away.held(author))
    found = {one.id: one for one in (*look.away.changes_by(author), *aside)}
    return sorted(found.values(), key=lambda one: (one.install, one.number, one.id))


def change_of(body: str) -> Change:
    """Read a change that is kept aside."""
    return from_wire(json.loads(body))


def _info(tx: Transaction) -> AwayInfo:
    if (info := tx.away.info) is None:
        raise GuardError("not-away")
    return info


def _contact(tx: Transaction, identity: str) -> ContactRow:
    found = tx.session.get(ContactRow, identity)
    if found is None:
        raise MissingRecordError(what="contact_card", key=identity)
    return found


def _is_numbered_again(look: Reading, pack: TakeAway, sender: ContactRow) -> bool:
    """Whether a pack was made after the newest that was taken, and has no higher number.

    Packs tell the second they were made in: another of the same number and second counts, too.
    """
    said = pack.envelope
    newest = [
        one
        for one in look.packs.all_taken()
        if one.contact_id == sender.id and not one.is_late and one.seq == sender.last_seq_seen
    ]
    return any(
        one.made_at < said.made or (one.seq == said.seq and one.pack != said.pack)
        for one in newest
    )


def _check_ours(tx: Transaction, info: AwayInfo, pack: TakeAway) -> None:
    """Refuse the work of another panel, or of another of its professionals."""
    if info.professional_id is None:
        return
    if pack.envelope.panel != tx.info.panel_id:
        raise GuardError("other-panel")
    if pack.scope.professional != info.professional_id:
        raise GuardError("other-professional")
    if pack.envelope.sender != info.panel_contact:
        known = tx.session.get(ContactRow, info.panel_contact)
        if known is not None and known.revoked_on is None:
            raise GuardError("other-panel")  # a contact, but not the one the work is from


def _check_whole(pack: TakeAway) -> None:
    """Refuse a pack that would break the store, or holds what no take-away holds.

    Raises:
        PackRefusedError: `malformed`.
    """
    changes, sees = pack.changes, RULES[pack.envelope.kind].sees
    names = {scope.person for scope in pack.scope.people}
    sound = (
        names == pack.people.keys()
        and pack.envelope.panel not in pack.scope.waits
        and all(one.scope == pack.envelope.panel for one in pack.panel)
        and all(one.scope == who for who, some in pack.people.items() for one in some)
        and all(_is_known(one, sees) for one in changes)
        and len({(one.record, one.kind, one.scope) for one in changes})
        == len({one.record for one in changes})
    )
    people = {one.record for one in changes if one.kind == "person"}
    if not sound or not names <= people:
        raise PackRefusedError(PackFault.MALFORMED, pack.envelope.sender)


def _held_here(pack: TakeAway) -> TakeAway:
    """Leave out what a field here cannot hold, written by a newer program, and what hangs on it.

    The panel has it, and sends it again with every pack: it is told, not kept. Without whom it is
    for, whom it is about or the panel there is nothing to hold.

    Raises:
        PackRefusedError: `malformed`; also where what fits cannot stand by itself.
    """
    models = models_by_kind()
    left = [one for one in pack.changes if fits(models[one.kind], one.field, one.value)]
    is_odd = len(left) < len(pack.changes)
    while len(standing := standing_whole(left, ())) < len(left) and is_odd:
        left = list(standing)
    needed = {pack.envelope.panel, pack.scope.professional, *pack.people}
    needed &= {one.record for one in pack.changes}
    if len(standing) < len(left) or not needed <= {one.record for one in left}:
        raise PackRefusedError(PackFault.MALFORMED, pack.envelope.sender)
    if not is_odd:
        return pack
    here = {one.id for one in left}
    people = {
        who: tuple(one for one in some if one.id in here) for who, some in pack.people.items()
    }
    return replace(pack, panel=tuple(one for one in pack.panel if one.id in here), people=people)


def _is_known(change: Change, sees: FieldRule) -> bool:
    model = models_by_kind().get(change.kind)
    is_ours = model is not None and change.field in logged_fields(model)
    return is_ours and sees(change.kind, change.field)


def _follow(desk: Desk, tx: Transaction, info: AwayInfo, sender: str, roster: bytes) -> None:
    """Follow the panel's list; one that is older than ours says nothing, the pack holds."""
    panel = contact_on_file(tx, sender)
    if not roster or panel is None:
        return
    try:
        info.roster = follow_roster(desk, tx, roster, panel).roster.number
    except GuardError as fault:
        if fault.guard != "roster-older":
            raise


def _take(desk: Desk, tx: Transaction, info: AwayInfo, pack: TakeAway, here: TakeAway) -> Taken:
    """Take a pack; `here` is what of it this program can hold."""
    me, scope = pack.scope.professional, pack.scope
    before = {one for one in tx.away.scopes() if one != tx.info.panel_id}
    stayed = _as_it_was(tx, scope.waits)
    brought = [one for one in pack.changes if one.author == me]  # on another computer, or a copy
    own = sorted_own(
        {one.id: one for one in (*own_changes(tx, me), *brought)}.values(),
        carried={one.id for one in (*pack.changes, *stayed)},
        confirmed=scope.confirmed,
        held=scope.held,
        scopes={one.person for one in scope.people}
        | {one.scope for one in stayed}
        | {pack.envelope.panel},
    )
    standing = standing_beside(here.changes, [*stayed, *own.standing], ())
    fallen = {one.id for one in own.standing} - {one.id for one in standing}
    waiting = (*own.waiting, *(one for one in own.standing if one.id in fallen))
    info.numbers = dict(tx.away_store.numbers())
    _become(desk, tx, info, pack)
    done = tx.hold_exactly([*here.changes, *standing])
    _keep_aside(desk, tx, me, waiting, own)
    kept = {one.scope for one in stayed}
    tx.away_store.keep_people(_told_of(tx, pack, kept))
    return Taken(
        people=len(scope.people) + len(kept),
        gone=len(before - pack.people.keys() - kept),
        lacking=len(scope.waits),
        new=len(done.merged.new),
        held=len(own.held),
        waiting=len(waiting),
        unfit=len(pack.changes) - len(here.changes),
    )


def _as_it_was(tx: Transaction, waits: Mapping[UUID, frozenset[ChangeId]]) -> tuple[Change, ...]:
    """Give what stays of those the panel sends nothing newer of: what it says they may have."""
    return tuple(
        change
        for person, may in waits.items()
        for change in tx.away.changes_of(person)
        if change.id in may
    )


def _told_of(tx: Transaction, pack: TakeAway, stayed: Collection[UUID]) -> list[AwayPersonRow]:
    """Write down of everybody what stayed at the panel; of whom nothing newer came, as it was."""
    fresh = [
        AwayPersonRow(person_id=one.person, kept=one.kept, places=list(one.where), waits=False)
        for one in pack.scope.people
    ]
    was = {one.person_id: (one.kept, one.places) for one in tx.away_store.people()}
    for person in sorted(stayed):
        kept, places = was.get(person, (0, []))
        fresh.append(AwayPersonRow(person_id=person, kept=kept, places=places, waits=True))
    return fresh


def _become(desk: Desk, tx: Transaction, info: AwayInfo, pack: TakeAway) -> None:
    """Write down whose work this is a part of, and who sits here."""
    tx.info.panel_id = pack.envelope.panel
    for user in tx.local.users():
        user.professional_id = pack.scope.professional
        user.role = RULES[pack.envelope.kind].role
    info.panel_contact, info.panel_name = pack.envelope.sender, pack.scope.panel
    info.professional_id, info.taken_at = pack.scope.professional, desk.now()
    info.kind = pack.envelope.kind.value
    info.seq, info.due_back = pack.envelope.seq, pack.scope.due


def _keep_aside(
    desk: Desk, tx: Transaction, me: UUID, waiting: Sequence[Change], own: OwnWork
) -> None:
    """Keep own work that has no place in the log, and what the panel says it has."""
    aside = [*((one, WAITS) for one in waiting), *((one, why.value) for one, why in own.held)]
    tx.away.keep_aside(me, [_aside(desk, me, one, why) for one, why in aside])
    tx.away_store.confirm(tx.away.known(own.confirmed) | {one.id for one, _why in own.held})


def _aside(desk: Desk, me: UUID, change: Change, why: str) -> HeldBack:
    body = canonical(to_wire(change))
    return HeldBack(id=change.id, sender=me, reason=why, body=body, held_at=desk.now())


def _note(desk: Desk, tx: Transaction, pack: TakeAway, taken: Taken) -> None:
    tx.session.add(
        PackTaken(
            pack=pack.envelope.pack,
            contact_id=pack.envelope.sender,
            kind=pack.envelope.kind.value,
            seq=pack.envelope.seq,
            made_at=pack.envelope.made,
            taken_at=desk.now(),
            taken_by=pack.scope.professional,
            act=tx.stamp.act,
            accepted=taken.new,
            held=taken.held,
            is_late=taken.is_late,
        )
    )
