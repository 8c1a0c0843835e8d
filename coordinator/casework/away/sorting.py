"""Sorting what was handed back: what is taken over, and what is kept aside with its reason.

Asked with what the sender may have and write now, not when they took it away.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from uuid import UUID

from coordinator.casework.away.carrying import levels_in
from coordinator.casework.away.shares import Share, share_back
from coordinator.casework.need_to_know.lifting import Coming, shutting_out
from coordinator.db.carrying import standing_beside
from coordinator.db.fitting import fits
from coordinator.db.hidden_parts import guarded_parts
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.standing_once import standing_twice
from coordinator.db.transaction import Reading
from coordinator.db.untying import ids_in
from coordinator.domain.actions.rules import has_mark
from coordinator.domain.exchange import lead_grants as rules
from coordinator.domain.merging.changes import Change, ChangeId, RecordKey, Value
from coordinator.domain.merging.grants import Grant
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.merging.receiving import HeldBack, HoldReason, reason_to_hold
from coordinator.domain.need_to_know.cautious import caution
from coordinator.domain.need_to_know.field_guards import kept_from
from coordinator.domain.need_to_know.rule import allowed
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.progress import Progress, Unwatched


@dataclass(frozen=True, slots=True)
class Forked:
    """Two changes of one install under one number."""

    install: UUID
    number: int
    first: ChangeId
    other: ChangeId


@dataclass(frozen=True, slots=True)
class Sorted:
    """A hand-back sorted out; what was here before is only counted."""

    accepted: tuple[Change, ...]
    held: tuple[HeldBack, ...]
    forks: tuple[Forked, ...]
    known: int
    standing: tuple[Change, ...]


def sort_hand_back(
    look: Reading,
    contact: str,
    professional: UUID,
    changes: Iterable[Change],
    was_erased: Callable[[UUID], bool],
    progress: Progress | None = None,
) -> Sorted:
    """Say of each change what becomes of it.

    Args:
        look: The whole store.
        contact: Whose signature the pack bears.
        professional: Who of the directory that is.
        changes: As the pack holds them.
        was_erased: Asked of a person: nothing of them comes back.
        progress: Told in changes.
    """
    given = {one.id: one for one in changes}
    here = look.away.known(given) | look.packs.accepted_from(contact)
    here |= {one.id for one in look.away.held(professional)}
    new = [one for one in given.values() if one.id not in here]
    share = share_back(look, contact, professional)
    sorting = _Sorting(look, share, new, was_erased)
    return sorting.sorted(len(given) - len(new), progress or Unwatched())


_EXCLUDES: Mapping[str, str] = {
    RecordKind.EXCLUSION: "agency_id",
    RecordKind.EXCLUDED_WORKER: "professional_id",
}
"""The field of an exclusion that says who must not be told."""
_TOLD_EVERY = 200
"""Changes: some tens of milliseconds of work, so that whoever stops it does not wait."""


class _Sorting:
    """One hand-back, and everything it is held against, asked once."""

    def __init__(
        self,
        look: Reading,
        share: Share,
        new: Sequence[Change],
        was_erased: Callable[[UUID], bool],
    ) -> None:
        self._look, self._new, self._was_erased = look, new, was_erased
        self._share, self._sender = share, share.reader.professional
        self._panel_id, self._install_id = look.info.panel_id, look.info.install_id
        self._may_have = allowed(share.reader)
        self._guards = kept_from(guarded_parts(look.session), self._may_have)
        self._models = models_by_kind()
        self._ids = {one.id: ids_in([one.record.hex, one.value]) for one in new}
        every = {id_ for ids in self._ids.values() for id_ in ids}
        self._homes = dict(look.away.homes(every))
        standing = look.history.standing([one.record for one in new])
        self._standing = tuple(one for some in standing.values() for one in some)
        self._records = by_record(heads(self._standing))
        self._known = frozenset(self._homes)
        self._grant: Grant = share.grant(self._panel_id, self._begun())

    def sorted(self, known: int, progress: Progress) -> Sorted:
        """Sort them; a record begins where the first change that is accepted puts it."""
        forks = {one.other: one for one in self._forks()}
        accepted: list[Change] = []
        held: list[HeldBack] = []
        for place, change in enumerate(self._new):
            if place % _TOLD_EVERY == 0:
                progress.step(place, len(self._new))
            reason = HoldReason.FORKED if change.id in forks else self._reason(change)
            if reason is None:
                self._homes.setdefault(change.record, change.key)
                accepted.append(change)
            else:
                held.append(HeldBack(change, reason))
        lifted, shut = self._left_to_lift(accepted)
        whole, fallen = self._settled(lifted)
        held += (*shut, *fallen)
        return Sorted(tuple(whole), tuple(held), tuple(forks.values()), known, self._standing)

    def _left_to_lift(self, accepted: Sequence[Change]) -> tuple[Sequence[Change], list[HeldBack]]:
        """Keep aside exclusions after which nobody here could lift them: as typed, refused."""
        coming = [
            Coming(one.record, one.scope, UUID(hex=one.value))
            for one in accepted
            if _EXCLUDES.get(one.kind) == one.field and isinstance(one.value, str)
        ]
        shut = shutting_out(self._look, coming) if coming else frozenset[UUID]()
        why = HoldReason.THE_PANELS_TO_DECIDE
        held = [HeldBack(one, why) for one in accepted if one.record in shut]
        return [one for one in accepted if one.record not in shut], held

    def _settled(self, accepted: Sequence[Change]) -> tuple[Sequence[Change], list[HeldBack]]:
        """Keep aside what cannot stand, or would stand twice, and what hangs on it in turn."""
        left, held = accepted, list[HeldBack]()
        while True:
            twice = standing_twice(self._look.session, self._standing, left)
            once = [one for one in left if one.record not in twice]
            standing = {one.id for one in self._standing_whole(once)}
            held += [
                HeldBack(one, HoldReason.STANDS_ALREADY) for one in left if one.record in twice
            ]
            held += [
                HeldBack(one, HoldReason.CANNOT_STAND) for one in once if one.id not in standing
            ]
            fewer = [one for one in once if one.id in standing]
            if len(fewer) == len(left):
                return fewer, held
            left = fewer

    def _standing_whole(self, accepted: Sequence[Change]) -> Sequence[Change]:
        touched = {one.record for one in accepted}
        fixed = [one for one in self._standing if one.record in touched]
        beside = {id_ for one in fixed for id_ in ids_in(one.value)} | self._known
        return standing_beside(fixed, accepted, beside)

    def _reason(self, change: Change) -> HoldReason | None:
        """Name the first rule a change breaks, or none."""
        model = self._models.get(change.kind)
        if model is None or change.field not in logged_fields(model):
            return HoldReason.UNKNOWN_FIELD
        if self._was_erased(change.scope):
            return HoldReason.ERASED
        if not self._is_their_install(change.install):
            return HoldReason.OTHER_INSTALL
        assert self._sender is not None  # noqa: S101 - a lead professional is somebody
        general = reason_to_hold(self._sender, change, self._grant, self._homes.get)
        if general is None and not fits(model, change.field, change.value):
            return HoldReason.UNKNOWN_FIELD
        return general or self._reason_here(change)

    def _reason_here(self, change: Change) -> HoldReason | None:
        """Name what the record itself, as it stands at the panel, has against it."""
        fields: Mapping[str, Sequence[Change]] = self._records.get(change.key, {})
        stand = (one.value for one in fields.get(change.field, ()))
        kept_back = partial(caution, change.kind, change.field)
        before: Value = max(stand, key=kept_back, default=None)
        broken = (
            (not self._may_see(change, fields), HoldReason.KEPT_FROM_THEM),
            (not self._was_given(change), HoldReason.NOT_GIVEN),
            (not self._points_within(change), HoldReason.RECORD_ELSEWHERE),
            (self._oversteps(change, before), HoldReason.THE_PANELS_TO_DECIDE),
            (self._decides_own(change), HoldReason.THE_PANELS_TO_DECIDE),
            (not self._is_their_paper(change, fields), HoldReason.NOT_THE_SENDERS),
            (self._is_number_taken(change), HoldReason.NUMBER_TAKEN),
        )
        return next((reason for is_so, reason in broken if is_so), None)

    def _oversteps(self, change: Change, before: Value) -> bool:
        """Whether it decides what is the panel's: of most kinds only where one stands there."""
        is_judged = change.record in self._known or change.kind in rules.DECIDED_AT_PANEL
        return is_judged and self._share.rules.oversteps(
            change.kind, change.field, before, change.value
        )

    def _decides_own(self, change: Change) -> bool:
        """Whether it lets whoever asked for money decide on it: nobody does, in any pack."""
        if change.kind != RecordKind.BUDGET_LINE:
            return False
        begun = (self._records.get(change.key, {}), self._fresh.get(change.key, {}))
        asked = [one.value for fields in begun for one in fields.get("person_id", ())]
        asked_by = {one.get("asked_by_id") for one in asked if isinstance(one, dict)} - {None}
        return isinstance(change.value, dict) and change.value.get("decided_by_id") in asked_by

    def _may_see(self, change: Change, fields: Mapping[str, Sequence[Change]]) -> bool:
        if not levels_in(change.kind, fields) <= self._may_have:
            return False
        columns = logged_fields(self._models[change.kind])[change.field]
        kept = self._guards.get(change.record, frozenset())
        place = rules.may_have_place(change.kind, change.field, self._may_have)
        return place and kept.isdisjoint(columns)

    def _begun(self) -> frozenset[UUID]:
        """Name the people who are put on file with this hand-back."""
        people = {one.record for one in self._new if one.kind == RecordKind.PERSON}
        return frozenset(people - self._known)

    def _was_given(self, change: Change) -> bool:
        """Whether an entry hangs on what the sender was given: as it stands, or began there."""
        fields = self._records.get(change.key) or self._fresh.get(change.key, {})
        return self._share.may_write(change.key, self._models[change.kind], fields)

    @cached_property
    def _fresh(self) -> Mapping[RecordKey, Mapping[str, Sequence[Change]]]:
        return by_record(heads(self._new))

    def _points_within(self, change: Change) -> bool:
        """Whether it names records of the same person, of their own people or of the panel."""
        scopes = {change.scope, self._panel_id, *self._grant.scopes}
        homes = (self._homes.get(one) for one in self._ids[change.id])
        return all(home is None or home.scope in scopes for home in homes)

    def _is_their_install(self, install: UUID) -> bool:
        """Whether nobody but the sender ever wrote on an install; ours is never theirs."""
        if install == self._install_id:
            return False
        return self._authors.get(install, frozenset()) <= {self._sender}

    @cached_property
    def _authors(self) -> Mapping[UUID, frozenset[UUID]]:
        return self._look.away.authors_of({one.install for one in self._new})

    def _is_their_paper(self, change: Change, fields: Mapping[str, Sequence[Change]]) -> bool:
        """Whether of what left they tell only what they let leave, and what became of that.

        A line about somebody else's paper would say of it what nobody at the panel did.
        """
        if change.kind not in self._share.rules.noted:
            return True
        value = change.value if isinstance(change.value, Mapping) else {}
        if change.kind == RecordKind.DISCLOSURE:
            return value.get("made_by_id") == self._sender_hex
        of = (one.value for some in fields.values() for one in some)
        named = {one.get("disclosure_id") for one in (value, *of) if isinstance(one, Mapping)}
        return named - {None} <= self._papers

    @property
    def _sender_hex(self) -> str:
        return self._sender.hex if self._sender else ""

    @cached_property
    def _papers(self) -> frozenset[str]:
        """What they let leave, by the ids values name it with: here already, or told of now."""
        told = (one for one in self._new if one.kind == RecordKind.DISCLOSURE)
        new = (one.record.hex for one in told if one.author == self._sender)
        ids = {one for some in self._ids.values() for one in some}
        ids |= {id_ for one in self._standing for id_ in ids_in(one.value)}
        known = self._look.away.papers_of(self._sender, ids) if self._sender else ()
        return frozenset((*new, *(one.hex for one in known)))

    def _is_number_taken(self, change: Change) -> bool:
        value = change.value
        number = value.get("number") if isinstance(value, Mapping) else None
        if change.kind not in rules.NUMBERED or not isinstance(number, str):
            return False
        if change.kind == RecordKind.DISCLOSURE and not has_mark(number, change.install):
            return True  # a number of the panel's own, or of another store
        return self._numbers.setdefault(number, change.record) != change.record

    @cached_property
    def _numbers(self) -> dict[str, UUID]:
        told = (one.value for one in self._new if one.kind in rules.NUMBERED)
        numbers = {str(one.get("number")) for one in told if isinstance(one, Mapping)}
        return dict(self._look.away.numbers_given(numbers))

    def _forks(self) -> Iterable[Forked]:
        """Find numbers that were given twice; what was here first stands."""
        by_install: dict[UUID, dict[int, ChangeId]] = {}
        for change in self._new:
            if change.author != self._sender or not self._is_their_install(change.install):
                continue
            numbers = by_install.get(change.install)
            if numbers is None:
                numbers = dict(self._look.away.numbered(change.install))
                by_install[change.install] = numbers
            first = numbers.setdefault(change.number, change.id)
            if first != change.id:
                yield Forked(change.install, change.number, first, change.id)
