"""Who asked to see what is held about them, what that is, and what an officer has to decide."""

from collections.abc import Callable, Iterable
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sharing import listed_names, shown_person, visible
from coordinator.casework.records.history import id_in, names_of
from coordinator.db.models import AccessRequest, Person
from coordinator.db.transaction import Reading
from coordinator.domain.access.entries import AccessFile, HeldEntry, JudgedEntry
from coordinator.domain.access.judging import judged
from coordinator.domain.access.rules import CLOSED, AccessRow, days_left, latest_extension
from coordinator.domain.need_to_know.hiding import About, Hiding, Instead, OnFile
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from coordinator.reference.working_days import next_working_day

_RIGHT = Right.SEE_RESTRICTED


def find_access_requests(
    desk: Desk, *, person: UUID | None = None, open_only: bool = False
) -> tuple[AccessRow, ...]:
    """List requests: those that are open first, the soonest due first.

    Raises:
        NotPermittedError: The role does not answer them.
        MissingRecordError, WithheldError: A person was named who is not there, or not theirs.
    """
    with desk.read(_RIGHT) as look:
        if person is not None:
            shown_person(desk, look, person, Sensitivity.PRIVILEGED)
        return access_rows(desk, look, look.access.find(person, open_only=open_only))


def read_access_request(desk: Desk, request_id: UUID) -> AccessFile:
    """Show one request with everything that is held, and what was decided.

    Raises:
        NotPermittedError: The role does not answer them.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.read(_RIGHT) as look:
        row = look.get(AccessRequest, request_id)
        shown_person(desk, look, row.person_id, Sensitivity.PRIVILEGED)
        entries = judged_entries(desk, look, row)
        (request,) = access_rows(desk, look, [row])
        return AccessFile(
            request=request,
            entries=entries,
            names=names_of(look, _ids_in(one.entry for one in entries)),
            latest=latest_extension(row.received_on, row.due_on, next_working_day),
        )


def judged_entries(desk: Desk, look: Reading, request: AccessRequest) -> tuple[JudgedEntry, ...]:
    """Gather everything that is held, for a sitter who may see the person."""
    entries = look.access.everything_about(request.person_id)
    names_another = _names_another(desk, look, request.person_id, entries)
    decisions = look.access.decisions(request.id)
    changed = look.access.changed_since(request.id, entries)
    return judged(entries, names_another, decisions, changed)


def access_rows(
    desk: Desk, look: Reading, found: Iterable[AccessRequest]
) -> tuple[AccessRow, ...]:
    """Tell requests as lists show them; of people the sitter may not see nothing is told."""
    rows = list(found)
    seen = visible(look, desk.reader(look), {one.person_id for one in rows})
    people = look.get_many(Person, list(seen))
    names = listed_names(look, people.values())
    told = [
        AccessRow(
            id=one.id,
            revision=one.revision,
            person=one.person_id,
            reference=people[one.person_id].reference,
            name=names[one.person_id],
            received_on=one.received_on,
            due_on=one.extended_to or one.due_on,
            status=one.status,
            left=_left(desk, one),
            asked_by=one.asked_by,
            identity_checked_on=one.identity_checked_on,
            identity_checked_how=one.identity_checked_how,
            extended_to=one.extended_to,
            extended_reason=one.extended_reason,
            extension_told_on=one.extension_told_on,
            clarify_asked_on=one.clarify_asked_on,
            clarify_came_on=one.clarify_came_on,
            officer=one.officer,
            sent_on=one.sent_on,
            close_note=one.close_note,
        )
        for one in rows
        if one.person_id in people
    ]
    return tuple(sorted(told, key=lambda one: (not one.is_open, one.due_on, one.id)))


def _left(desk: Desk, one: AccessRequest) -> int | None:
    if one.status in CLOSED:
        return None
    is_still = one.clarify_asked_on is not None and one.clarify_came_on is None
    until = one.clarify_asked_on if is_still and one.clarify_asked_on else desk.today()
    return days_left(one.extended_to or one.due_on, until)


def _ids_in(entries: Iterable[HeldEntry]) -> set[UUID]:
    found: set[UUID] = set()
    for entry in entries:
        for _name, value in entry.values:
            parts = value if isinstance(value, list) else [value]
            found |= {key for part in parts if (key := id_in(part))}
    return found


def _names_another(
    desk: Desk, look: Reading, person: UUID, entries: list[HeldEntry]
) -> Callable[[str], bool]:
    """Give what says whether a text names somebody else: on file, or tied to the person.

    It errs on the side of asking: a word that is somebody's name counts, whoever was meant.
    """
    texts = [text for one in entries for text in one.texts]
    about = About(person, by_name=True)
    on_file = hiding_for(
        look, texts, today=[person], about=about, heard=lambda people: people, on=desk.today()
    )
    around = _hiding_ties(desk, look, person, entries)

    def names(text: str) -> bool:
        return any(one.hide_names(text) != text for one in (on_file, *around))

    return names


def _hiding_ties(
    desk: Desk, look: Reading, person: UUID, entries: list[HeldEntry]
) -> tuple[Hiding, ...]:
    own = look.get(Person, person)
    called = tuple(filter(None, (own.given_name, own.preferred_name)))
    ties = [
        OnFile(one.id, "", (name,))
        for one in entries
        if one.kind is RecordKind.RELATIONSHIP and not one.is_others
        for column, name in one.values
        if column == "name"
    ]
    hiding = Hiding(
        [OnFile(person, "", called, own.family_name, is_today=True), *ties],
        about=About(person, by_name=True),
        today=desk.today(),
        instead=Instead("\N{HORIZONTAL ELLIPSIS}", "\N{HORIZONTAL ELLIPSIS}"),
    )
    return (hiding,) if ties else ()
