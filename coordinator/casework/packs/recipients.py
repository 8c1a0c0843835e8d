"""Who would get which pack of a meeting, about whom, and what is left out: before any is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import entries_of, ordered_items
from coordinator.casework.need_to_know.sharing import visible
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.packs.rooms import recipients
from coordinator.db.models import Meeting, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.disclosing.packs import (
    LeftOut,
    PackPerson,
    PackPreview,
    PackRow,
    Recipient,
    Refusal,
    prompts_of,
    refusal_of,
    variant_for,
    whole_panel_reader,
)
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.meetings.views import PersonLine
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.rules import initialled
from coordinator.domain.roles import Right, Role, check
from coordinator.domain.states import ItemStatus

_WHOLE = frozenset({PackVariant.FULL, PackVariant.STRATEGIC})


def read_pack_preview(desk: Desk, meeting_id: UUID) -> PackPreview:
    """Say who would get which pack; nothing is made.

    Raises:
        NotPermittedError: The role does not run meetings, or may not send anything out.
        MissingRecordError: No such meeting.
    """
    check(desk.sitter.role, Right.EXPORT_PANEL)
    with desk.read(Right.RUN_MEETINGS) as look:
        meeting = look.get(Meeting, meeting_id)
        people = _people(desk, look, meeting)
        rows = [_row(desk, look, one, people) for one in recipients(desk, look, meeting)]
        return PackPreview(meeting.id, meeting.reference, meeting.on, tuple(rows))


@dataclass(frozen=True, slots=True)
class _Listed:
    """Somebody on the agenda; not *taken* when only an answer about them came."""

    line: PersonLine
    is_taken: bool


def _people(desk: Desk, look: Reading, meeting: Meeting) -> tuple[_Listed, ...]:
    items = [i for i in ordered_items(look, meeting) if i.status is not ItemStatus.WITHDRAWN]
    sight = sight_of(desk, look, [item.person_id for item in items])
    entries = entries_of(look, meeting, items, sight)
    found: dict[UUID, _Listed] = {}
    for entry in entries:
        if entry.person is not None:
            known = found.get(entry.person.id)
            taken = entry.kind is not AgendaKind.ESCALATION_ANSWER
            found[entry.person.id] = _Listed(
                entry.person, taken or (known is not None and known.is_taken)
            )
    return tuple(found.values())


def _row(desk: Desk, look: Reading, to: Recipient, people: Sequence[_Listed]) -> PackRow:
    variant = variant_for(to)
    reader = _reader(desk, look, to, variant)
    seen = visible(look, reader, [one.line.id for one in people])
    named = tuple(_person(one.line) for one in people if _is_in(one, variant, seen))
    refused = refusal_of(to, variant, named)
    if refused in {Refusal.VACANT, Refusal.NO_AGENCY, Refusal.LEFT}:
        return PackRow(to=to, variant=variant, reader=reader, refused=refused)
    not_for_all = _not_for_all(desk, look, to, named)
    return PackRow(
        to=to,
        variant=variant,
        reader=reader,
        not_for_all=not_for_all,
        people=named,
        left_out=tuple(_left_out(look, to, variant, people, seen)),
        prompts=prompts_of(to, variant, not_for_all),
        refused=refused,
        kept=visible(look, desk.reader(look), look.readers.kept_from(to.agency, to.professional)),
    )


def _not_for_all(desk: Desk, look: Reading, to: Recipient, named: Sequence[PackPerson]) -> int:
    """Count whom a colleague of the recipient must not be told about: a copy may lie about.

    Colleagues are those who are there: whoever has left finds no copy on a desk.
    """
    kept = look.readers.not_told([one.id for one in named])
    asked = frozenset[UUID]().union(*kept.values())
    workers = look.get_many(Professional, sorted(asked)).values()
    there = [one for one in workers if is_in_post(one.left_on, desk.today())]
    colleagues = {one.id for one in there if one.agency_id == to.agency}
    return sum(not colleagues.isdisjoint(kept.get(one.id, ())) for one in named)


def _is_in(one: _Listed, variant: PackVariant, seen: frozenset[UUID]) -> bool:
    """Whether a variant names them at all; a limited one tells nothing of answers."""
    if variant is PackVariant.STRATEGIC or one.line.id not in seen:
        return False
    return one.is_taken or variant is not PackVariant.LIMITED


def _reader(desk: Desk, look: Reading, to: Recipient, variant: PackVariant) -> Reader:
    if variant in _WHOLE:
        return whole_panel_reader(to)
    reader = look.readers.of(
        role=Role.REPRESENTATIVE, agency=to.agency, professional=to.professional
    )
    # Of more than both may see a copy is never made.
    known = visible(look, desk.reader(look), reader.shared_people | reader.own_people)
    return replace(
        reader,
        shared_people=reader.shared_people & known,
        own_people=reader.own_people & known,
    )


def _person(one: PersonLine) -> PackPerson:
    return PackPerson(one.id, one.reference, initialled(one.name))


def _left_out(
    look: Reading,
    to: Recipient,
    variant: PackVariant,
    people: Sequence[_Listed],
    seen: frozenset[UUID],
) -> Iterable[tuple[PackPerson, LeftOut]]:
    not_told = look.readers.not_told([one.line.id for one in people])
    for one in people:
        person = _person(one.line)
        if {to.agency, to.professional} & not_told.get(person.id, frozenset()):
            yield person, LeftOut.NOT_TO_BE_TOLD
        elif variant is PackVariant.STRATEGIC:
            yield person, LeftOut.NO_NAMES
        elif person.id not in seen:
            yield person, LeftOut.NOT_THEIRS
        elif not _is_in(one, variant, seen):
            yield person, LeftOut.ANSWER_ONLY
        elif not one.line.show_detail:
            yield person, LeftOut.INITIALS_ONLY
