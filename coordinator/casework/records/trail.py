"""The audit trail as people read it: who did and read what, for those the table of roles lets.

Reading it is in it. Nobody is named in it but by reference; what somebody typed as a reason is
shown to those who work with the whole panel and never leaves in an extract.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import reader_of_logs, visible
from coordinator.db.backups import list_backups, read_checkpoint
from coordinator.db.checking import chain_report
from coordinator.db.models import Act, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.records.trail import (
    MOST_EXTRACTED,
    TrailFilter,
    TrailPage,
    TrailReport,
    TrailRow,
    check_filter,
    kind_of,
)
from coordinator.domain.roles import Right, may

_READ, _CHECKED = "trail.read", "trail.checked"


def find_trail(desk: Desk, wanted: TrailFilter | None = None) -> TrailPage:
    """List what was done and read, newest first; the journal says once in a sitting who looked.

    Whoever may not read the whole trail is given their own entries.

    Raises:
        NotPermittedError: The role reads no trail at all.
        InvalidFieldsError: The last day is before the first.
        MissingRecordError: Nobody has that reference, or nobody the reader may know of.
    """
    wanted = wanted or TrailFilter()
    right = _right(desk)
    _journal_reading(desk, right, wanted.reference)
    with desk.read(right) as look:
        return _page(desk, look, wanted, own_only=right is Right.READ_OWN_TRAIL)


def find_trail_actors(desk: Desk) -> Sequence[tuple[UUID, str]]:
    """Name everybody who did something here, for the trail to be narrowed to one of them.

    Raises:
        NotPermittedError: The role does not read the whole trail.
    """
    with desk.read(Right.READ_AUDIT) as look:
        return [(one.id, one.name) for one in look.trail.actors()]


def read_extract(desk: Desk, wanted: TrailFilter) -> TrailPage:
    """Give the trail as it may be taken away: whole within its days, without anybody's words.

    Raises:
        NotPermittedError: The role takes no extract.
        InvalidFieldsError, MissingRecordError: As for `find_trail`.
    """
    whole = replace(wanted, before=None, limit=MOST_EXTRACTED)
    with desk.read(Right.EXTRACT_AUDIT) as look:
        page = _page(desk, look, whole, own_only=False)
    return replace(page, rows=tuple(replace(one, reason="") for one in page.rows))


def check_trail(desk: Desk, backups: Path) -> TrailReport:
    """Follow the whole chain, and hold it against the checkpoints that lie in backups.

    Args:
        desk: Who checks; the journal says so, once in a sitting.
        backups: The folder they lie in.

    Raises:
        NotPermittedError: The role does not read the whole trail.
    """
    _once(desk, Right.READ_AUDIT, _CHECKED, None)
    signed = [read_checkpoint(one.path) for one in list_backups(backups)]
    with desk.read(Right.READ_AUDIT) as look:
        return chain_report(look, [one for one in signed if one is not None])


def _right(desk: Desk) -> Right:
    is_whole = may(desk.sitter.role, Right.READ_AUDIT)
    return Right.READ_AUDIT if is_whole else Right.READ_OWN_TRAIL


def _journal_reading(desk: Desk, right: Right, reference: str) -> None:
    person = None
    if reference.strip():
        with desk.read(right) as look:
            person = _person(desk, look, reference)
    _once(desk, right, _READ, person)


def _once(desk: Desk, right: Right, act: str, person: UUID | None) -> None:
    if (act, person) in desk.opened:
        return
    with desk.act(right) as tx:
        tx.journal(act, record=person or tx.info.panel_id, scope=person)
    desk.opened.add((act, person))


def _person(desk: Desk, look: Reading, reference: str) -> UUID:
    """Find who is meant; whoever may not be known of is no more on file than nobody."""
    found = look.trail.person_called(reference)
    if found is None or found not in visible(look, reader_of_logs(desk, look), [found]):
        raise MissingRecordError(what="person", key=reference.strip())
    return found


def _page(desk: Desk, look: Reading, wanted: TrailFilter, *, own_only: bool) -> TrailPage:
    check_filter(wanted)
    whose = desk.sitter.professional if own_only else wanted.professional
    person = _person(desk, look, wanted.reference) if wanted.reference.strip() else None
    found = look.trail.find(
        replace(wanted, professional=whose, limit=wanted.limit + 1),
        person=person,
        since=_begin(wanted.first),
        until=_begin(wanted.last, later=1),
    )
    shown = found[: wanted.limit]
    before = shown[-1].number if len(found) > wanted.limit else None
    return TrailPage(tuple(_rows(desk, look, shown)), before, own_only)


def _begin(day: date | None, *, later: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=later), time.min, LONDON)


def _rows(desk: Desk, look: Reading, found: Sequence[Act]) -> list[TrailRow]:
    scopes = {one.scope for one in found if one.scope and one.scope != look.info.panel_id}
    people = look.get_many(Person, sorted(scopes))
    seen = visible(look, reader_of_logs(desk, look), people)
    posts = look.get_many(Professional, sorted({one.actor for one in found}))
    tells_why = may(desk.sitter.role, Right.SEE_RESTRICTED)
    rows = []
    for one in found:
        about = one.scope if one.scope in scopes else None
        may_know = about is None or about in seen
        who = posts.get(one.actor)
        rows.append(
            TrailRow(
                number=one.number,
                at=one.at,
                who=who.name if who else "",
                act=one.name if may_know else "",
                kind=kind_of(one.name),
                person=people[about].reference if about in seen and about is not None else "",
                is_withheld=not may_know,
                is_erased=one.salt is None,
                has_reason=bool(one.reason),
                reason=one.reason if tells_why and may_know else "",
            )
        )
    return rows
