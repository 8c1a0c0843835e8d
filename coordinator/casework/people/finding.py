"""Finding people: the register, a search over everything on file, and possible duplicates."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sharing import listed_names, may_have, visible
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.db.models import (
    Alias,
    Barrier,
    Escalation,
    Identifier,
    Person,
    Record,
    SearchText,
)
from coordinator.db.search import Among
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.folded import fold
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.duplicates import KnownPeople, Likeness
from coordinator.domain.people.rules import PersonName, PersonRow
from coordinator.domain.person.pages import Hit, PeoplePage, PersonHits, PossibleDuplicate
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity

R = TypeVar("R", bound=Record)
PAGE = 200
MOST_HITS = 100
_SEARCHED = "people.searched"
_LETTERS = re.compile(r"[^\W_]+")
_ABOUT_WHO = (RecordKind.PERSON, RecordKind.ALIAS, RecordKind.IDENTIFIER)


def find_people(
    desk: Desk,
    words: str = "",
    *,
    after: tuple[str, str, UUID] | None = None,
    limit: int = PAGE,
) -> PeoplePage:
    """List people by name; with words, those whose name, alias or number begins with each.

    Args:
        desk: Where and by whom.
        words: As typed; an empty list for one letter.
        after: The mark of the page before; a search has one page.
        limit: Rows on the page.
    """
    with desk.read() as look:
        reader = desk.reader(look)
        if words.strip():
            told = _told(look, reader, words, kinds=_ABOUT_WHO, limit=MOST_HITS)
            ids = list(dict.fromkeys(row.scope for row in told if row.scope))
            rows = _rows(look, reader, list(look.get_many(Person, ids).values()))
            return PeoplePage(tuple(sorted(rows, key=_by_name)[:limit]), None)
        return _page(look, reader, after, limit)


def find_person(desk: Desk, person_id: UUID) -> PersonRow | None:
    """Give somebody as a list shows them; nothing for the unseen."""
    with desk.read() as look:
        found = look.get_many(Person, [person_id])
        rows = _rows(look, desk.reader(look), list(found.values()))
        return rows[0] if rows else None


def find_listed_person(desk: Desk, person_id: UUID) -> tuple[ListedName, str] | None:
    """Give somebody's name as a list may hold it, with the reference; nothing for the unseen."""
    with desk.read() as look:
        people = look.get_many(Person, [person_id])
        if person_id not in people or not visible(look, desk.reader(look), people):
            return None
        names = listed_names(look, people.values())
        return names[person_id], people[person_id].reference


def find_everything(desk: Desk, words: str, *, limit: int = MOST_HITS) -> tuple[PersonHits, ...]:
    """Search everything on file, newest first, grouped by person; nothing for one letter.

    What the sitter may not see is left out, restricted entries included. The first time in a
    sitting the journal says that somebody searched, never for what.
    """
    if len(words.strip()) > 1:
        _journal_searching(desk)
    with desk.read() as look:
        reader = desk.reader(look)
        found = _told(look, reader, words, limit=limit)
        people = look.get_many(Person, [row.scope for row in found if row.scope])
        rows = {row.id: row for row in _rows(look, reader, list(people.values()))}
        groups: dict[UUID | None, list[Hit]] = {}
        for hit in found:
            if hit.scope is None or hit.scope in rows:
                groups.setdefault(hit.scope, []).append(_hit(hit))
    told = (
        PersonHits(rows[scope] if scope else None, tuple(hits)) for scope, hits in groups.items()
    )
    return _without_kept(desk, words, tuple(told))


def _without_kept(desk: Desk, words: str, found: tuple[PersonHits, ...]) -> tuple[PersonHits, ...]:
    """Leave out what was found by the name of somebody who is kept from the sitter.

    Else a search for the name would tell in which entries it is hidden.
    """
    shown = without_kept(desk, found)
    if shown is found:
        return found
    groups = (
        replace(told, hits=tuple(_still_found(words, was.hits, told.hits)))
        for was, told in zip(found, shown, strict=True)
    )
    return tuple(one for one in groups if one.hits)


def _still_found(words: str, found: Iterable[Hit], shown: Iterable[Hit]) -> Iterator[Hit]:
    asked = _parts(words)
    for was, told in zip(found, shown, strict=True):
        said = _parts(told.words)
        if was is told or all(any(one.startswith(part) for one in said) for part in asked):
            yield told


def _parts(words: str) -> list[str]:
    return _LETTERS.findall(fold(words).words)


def _journal_searching(desk: Desk) -> None:
    if (_SEARCHED, None) in desk.opened:
        return
    with desk.act(Right.SEE_PEOPLE) as tx:
        tx.journal(_SEARCHED, record=tx.info.panel_id)
    desk.opened.add((_SEARCHED, None))


def find_possible_duplicates(
    desk: Desk,
    *,
    names: Sequence[str],
    born_on: date | None = None,
    numbers: Collection[tuple[str, str]] = (),
    besides: UUID | None = None,
) -> tuple[PossibleDuplicate, ...]:
    """List who on file might be the person about to be entered, the likeliest first.

    Args:
        desk: Where and by whom.
        names: Every way the whole name is written, aliases included.
        born_on: When it is known.
        numbers: (issuer, number) pairs.
        besides: The person themselves, when they are on file already.
    """
    with desk.read() as look:
        people = {person.id: person for person in look.people.everybody()}
        known = KnownPeople(_likenesses(look, people))
        asked = Likeness(besides or -1, tuple(names), born_on, _folded(numbers))
        alike = {one.key: one for one in known.like(asked)}
        found = [people[key] for key in alike if isinstance(key, UUID)]
        rows = {row.id: row for row in _rows(look, desk.reader(look), found)}
        return tuple(
            PossibleDuplicate(rows[key], one.score, one.reasons)
            for key, one in alike.items()
            if isinstance(key, UUID) and key in rows
        )


def person_row(person: Person) -> PersonRow:
    """Show one person in a list."""
    return PersonRow(
        id=person.id,
        revision=person.revision,
        reference=person.reference,
        name=PersonName(person.given_name, person.family_name, person.preferred_name),
        status=person.status,
        born_on=person.born_on,
    )


def _page(
    look: Reading, reader: Reader, after: tuple[str, str, UUID] | None, limit: int
) -> PeoplePage:
    found = look.people.listed(after=after, limit=limit + 1, only=reader.people)
    has_more, found = len(found) > limit, found[:limit]
    mark = (found[-1].family_name, found[-1].given_name, found[-1].id) if has_more else None
    return PeoplePage(tuple(_rows(look, reader, found)), mark)


def _rows(look: Reading, reader: Reader, people: Sequence[Person]) -> list[PersonRow]:
    shown = visible(look, reader, [person.id for person in people])
    return [person_row(person) for person in people if person.id in shown]


def _by_name(row: PersonRow) -> tuple[str, str, UUID]:
    return row.name.family, row.name.given, row.id


def _told(
    look: Reading,
    reader: Reader,
    words: str,
    *,
    kinds: Collection[RecordKind] = (),
    limit: int,
) -> list[SearchText]:
    """Give the newest entries that hold the words, of those a reader may have.

    Those they may not have are left out before it is counted: they push out nothing of theirs.
    """
    among = Among(
        people=reader.people,
        besides=look.readers.kept_from(reader.agency, reader.professional),
        with_restricted=may_have(reader, None, Sensitivity.PRIVILEGED),
    )
    told: list[SearchText] = []
    for found in look.people.search(words, kinds=kinds, limit=limit, among=among):
        guarded = _about_restricted(look, found)
        told += [
            hit
            for hit in found
            if _may_have(reader, hit, is_guarded=hit.restricted or hit.record in guarded)
        ]
        if len(told) >= limit:
            break
    return told[:limit]


def _about_restricted(look: Reading, found: Sequence[SearchText]) -> frozenset[UUID]:
    """Give the barriers and escalations about what is restricted: restricted like it."""
    barriers = _of_kind(look, Barrier, found)
    escalations = _of_kind(look, Escalation, found)
    far = {
        **how_far.of_barriers(look, barriers.values()),
        **how_far.of_escalations(look, escalations.values()),
    }
    return frozenset(key for key, one in far.items() if one is not Sensitivity.STANDARD)


def _of_kind(look: Reading, model: type[R], found: Sequence[SearchText]) -> Mapping[UUID, R]:
    """Give the records of one kind among what was found; no question where there is none."""
    ids = [hit.record for hit in found if hit.kind == model.kind]
    return look.get_to_judge(model, ids)


def _may_have(reader: Reader, hit: SearchText, *, is_guarded: bool) -> bool:
    # The index knows only that it is guarded: whoever may have it may have any such entry.
    sensitivity = Sensitivity.PRIVILEGED if is_guarded else Sensitivity.STANDARD
    return may_have(reader, hit.scope, sensitivity)


def _hit(row: SearchText) -> Hit:
    """Give what was found without the word for its kind, which stands first."""
    return Hit(RecordKind(row.kind), row.record, row.words.partition(" ")[2])


def _likenesses(look: Reading, people: dict[UUID, Person]) -> Iterable[Likeness]:
    names: dict[UUID, list[str]] = {}
    numbers: dict[UUID, list[tuple[str, str]]] = {}
    for alias in look.people.about(Alias, people):
        names.setdefault(alias.person_id, []).append(alias.name)
    for number in look.people.about(Identifier, people):
        numbers.setdefault(number.person_id, []).append((number.issuer, number.value))
    for person in people.values():
        written = f"{person.given_name} {person.family_name}".strip()
        chosen = f"{person.preferred_name} {person.family_name}".strip()
        yield Likeness(
            person.id,
            (written, chosen if person.preferred_name else "", *names.get(person.id, ())),
            person.born_on,
            _folded(numbers.get(person.id, ())),
        )


def _folded(numbers: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Fold issuers and numbers, so that *nhs* and *NHS* are one."""
    return frozenset((issuer.casefold().strip(), n.casefold().strip()) for issuer, n in numbers)
