"""What left the panel, to whom, about whom; and whether a file is one of ours."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import reader_of_logs, shown_person, visible
from coordinator.db.models import Agency, Disclosure, DisclosureEnd, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.disclosing.log import (
    NOT_MADE,
    PACKS,
    Checked,
    DisclosureFilter,
    DisclosurePage,
    DisclosureRow,
)
from coordinator.domain.roles import Right

_READ = "disclosures.read"
_OURS, _NOT_OURS = "paper.recognised", "paper.not_recognised"


def next_disclosure_number(desk: Desk) -> str:
    """Give the number the next disclosure gets; a copy that is stamped bears it."""
    with desk.read(Right.EXPORT) as look:
        return look.disclosures.next_of_year(desk.today().year)


def find_disclosures(desk: Desk, wanted: DisclosureFilter | None = None) -> DisclosurePage:
    """List what left, newest first; the journal says who read it.

    What was about somebody the reader may not know of alone is left out.

    Raises:
        NotPermittedError: The role does not read the log.
        MissingRecordError, WithheldError: A person was named who is not there, or not theirs.
    """
    wanted = wanted or DisclosureFilter()
    _journal_reading(desk, wanted.person)
    with desk.read(Right.READ_AUDIT) as look:
        found = look.disclosures.find(replace(wanted, limit=wanted.limit + 1))
        shown = found[: wanted.limit]
        last = shown[-1] if len(found) > wanted.limit else None
        return DisclosurePage(
            tuple(disclosure_rows(desk, look, shown)), (last.made_at, last.id) if last else None
        )


def astray_rows(desk: Desk, look: Reading, hidden: Collection[UUID]) -> tuple[DisclosureRow, ...]:
    """Give what was told to who must not be told and nobody dealt with, as part of a larger read.

    Args:
        desk: Who reads.
        look: Where.
        hidden: People nothing is told about.
    """
    found = look.disclosures.find(DisclosureFilter(astray=True))
    shown = [one for one in found if one.person_id not in hidden]
    return tuple(disclosure_rows(desk, look, shown)) if shown else ()


def _journal_reading(desk: Desk, person: UUID | None) -> None:
    """Let the journal say, once in a sitting, who read the log, and about whom."""
    if (_READ, person) in desk.opened:
        return
    with desk.act(Right.READ_AUDIT) as tx:
        if person is not None:
            shown_person(desk, tx, person)
        tx.journal(_READ, record=person or tx.info.panel_id, scope=person)
    desk.opened.add((_READ, person))


def check_paper(desk: Desk, sha256: str) -> Checked:
    """Say whether a file is one the panel made, unchanged, and to whom it went.

    The journal says who asked, when, and whether it was; of a file that is not ours it keeps
    nothing, and of no file its name.

    Args:
        desk: Who asks.
        sha256: Of the whole file, in hexadecimal; a password on it does not matter.

    Raises:
        NotPermittedError: The role does not read the log.
    """
    with desk.read(Right.READ_AUDIT) as look:
        found = look.disclosures.with_content(sha256)
        rows = tuple(disclosure_rows(desk, look, found))
        checked = Checked(rows, len(found) - len(rows))
        ours = [(one.id, one.person_id) for one in found[:1]]
    with desk.act(Right.READ_AUDIT) as tx:
        record, scope = ours[0] if ours else (tx.info.panel_id, None)
        tx.journal(_OURS if ours else _NOT_OURS, record=record, scope=scope)
    return checked


def disclosure_rows(desk: Desk, look: Reading, found: Sequence[Disclosure]) -> list[DisclosureRow]:
    """Show what left; what was about nobody the reader may know of is left out."""
    about = _people_of(look, found)
    people = {person for each in about.values() for person in each}
    reader, kept_from = reader_of_logs(desk, look), look.readers.not_told(people)
    seen = visible(look, reader, people)
    barred = {reader.agency, reader.professional}
    untold = {key for key in people if not kept_from.get(key, frozenset()).isdisjoint(barred)}
    known = look.get_many(Person, list(seen))
    posts = look.get_many(Professional, [one.made_by_id for one in found])
    agencies = look.get_many(Agency, [one.agency_id for one in found if one.agency_id])
    ends = look.disclosures.ends([one.id for one in found])
    newer = _replaced(look, found)
    rows = []
    for one in found:
        shown = [known[key].reference for key in about[one.id] if key in known]
        if about[one.id] and not shown:
            continue
        agency = agencies.get(one.agency_id) if one.agency_id else None
        maker = posts.get(one.made_by_id)  # whoever was taken off the directory is named no more
        row = _row(one, maker.name if maker else "", agency.name if agency else "")
        others = len(set(about[one.id]) - known.keys() - untold)
        if one.person_id in untold:
            row = replace(row, subject="")  # it is their reference
        row = replace(row, people=tuple(shown), others=others, **newer.get(one.id, {}))
        rows.append(_ended(row, ends.get(one.id)))
    return rows


def _replaced(look: Reading, found: Sequence[Disclosure]) -> Mapping[UUID, Mapping[str, Any]]:
    """Say of work packs which of the log took their place, and when."""
    packs = [one.sha256 for one in found if one.paper in PACKS]
    some = look.packs.replacing(packs) if packs else {}
    newer = {content: made[0] for content, made in some.items()}
    told = {
        one.sha256: one.number
        for made in newer.values()
        for one in look.disclosures.with_content(made.sha256)
    }
    return {
        one.id: {
            "replaced_on": made.made_at.astimezone(LONDON).date(),
            "replaced_by": told.get(made.sha256, ""),
        }
        for one in found
        if (made := newer.get(one.sha256)) is not None
    }


def _people_of(look: Reading, found: Sequence[Disclosure]) -> Mapping[UUID, tuple[UUID, ...]]:
    named = look.disclosures.people([one.id for one in found])
    return {
        one.id: tuple(
            dict.fromkeys([*((one.person_id,) if one.person_id else ()), *named.get(one.id, ())])
        )
        for one in found
    }


def _row(one: Disclosure, made_by: str, agency: str) -> DisclosureRow:
    return DisclosureRow(
        id=one.id,
        number=one.number,
        paper=one.paper,
        subject=one.subject,
        made_at=one.made_at,
        made_by=made_by,
        recipient=one.recipient,
        agency=agency,
        variant=one.variant,
        channel=one.channel,
        lawful_basis=one.lawful_basis,
        gateway=one.gateway,
        proportionality=one.proportionality,
        reason=one.reason,
        what=one.what,
        pages=one.pages,
        sha256=one.sha256,
    )


def _ended(row: DisclosureRow, end: DisclosureEnd | None) -> DisclosureRow:
    if end is None:
        return row
    if row.went_astray:
        return replace(row, settled_on=end.returned_on, settled_how=end.note)
    return replace(
        row,
        returned_on=end.returned_on,
        destroyed_on=end.destroyed_on,
        asked_back_on=end.asked_on,
        was_not_made=end.note == NOT_MADE,
    )
