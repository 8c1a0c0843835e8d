"""What speaks against giving an entry to the person it is about, and what was decided of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.domain.access.entries import (
    SECTIONS,
    Decided,
    HeldEntry,
    JudgedEntry,
    Why,
    without,
)
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_K = RecordKind
_LEAST_ECHO = 12
"""Letters: what is shorter and stands in two entries is a phrase, not a copy."""


_BY_SENSITIVITY = {
    Sensitivity.RESTRICTED: Why.RESTRICTED,
    Sensitivity.THIRD_PARTY: Why.THIRD_PARTY,
    Sensitivity.SERIOUS_HARM: Why.SERIOUS_HARM,
    Sensitivity.PRIVILEGED: Why.PRIVILEGED,
}
_STRICTER = tuple(_BY_SENSITIVITY.values())

_ABOUT_ANOTHER = frozenset({_K.RELATIONSHIP, _K.DEATH_NOTICE})
"""Kinds that are about somebody else as much as about the person."""

_FROM_ANOTHER: Mapping[RecordKind, str] = {
    _K.EXCLUSION: "",
    _K.EXCLUDED_WORKER: "",
    _K.REFERRAL: "screening_note",
    _K.DISCLOSURE: "reason",
}
"""Kinds whose reason is often from or about somebody else; the column that says it, where an entry
of that kind without one can simply be given."""


Names = Callable[[str], bool]
"""Says whether a text names somebody else."""


def judged(
    entries: Iterable[HeldEntry],
    names_another: Names,
    decisions: Mapping[tuple[RecordKind, UUID], Decided],
    changed: Collection[UUID] = (),
) -> tuple[JudgedEntry, ...]:
    """Find what speaks against giving each entry, and put beside it what was decided.

    Args:
        entries: What is held.
        names_another: Says whether a text names somebody else.
        decisions: What was decided, by the entry.
        changed: Entries that changed after that: nobody has decided about them as they are.
    """
    told = ordered(entries)
    guarded = _guarded(told)
    found = []
    for one in told:
        why = _whys(one, guarded, names_another)
        part = _from_another(one) if why == (Why.FROM_ANOTHER,) else ""
        decided = decisions.get(one.key)
        if decided is not None and one.id in changed:
            found.append(JudgedEntry(one, (*why, Why.CHANGED), overtaken=decided))
        else:
            found.append(JudgedEntry(one, why, decided, part))
    echoing = _echoing(told, [one.to_look_at for one in found if _keeps_back(one.decided)])
    return tuple(_repeating(one) if one.entry.id in echoing else one for one in found)


def _repeating(one: JudgedEntry) -> JudgedEntry:
    return replace(one, why=(*one.why, Why.ECHOES), part="")


def ordered(entries: Iterable[HeldEntry]) -> tuple[HeldEntry, ...]:
    """Put entries in the order they are read: by section and kind, the oldest first."""
    places = {kind: at for at, kind in enumerate(k for some in SECTIONS.values() for k in some)}
    return tuple(sorted(entries, key=lambda one: (places[one.kind], one.on or date.min, one.id)))


def _whys(one: HeldEntry, guarded: Mapping[UUID, Why], names_another: Names) -> tuple[Why, ...]:
    found = [guarded[one.id]] if one.id in guarded else []
    if one.has_restricted_part:
        found.append(Why.RESTRICTED_PART)
    if one.is_others:
        found.append(Why.OTHERS_RECORD)
    elif one.kind in _ABOUT_ANOTHER:
        found.append(Why.ABOUT_ANOTHER)
    elif _may_be_from_another(one):
        found.append(Why.FROM_ANOTHER)
        found += _of_the_rest(one, names_another)
    elif any(map(names_another, one.texts)):
        found.append(Why.NAMES_ANOTHER)
    if one.was_about_others:
        found.append(Why.NAMED_ERASED)
    if one.is_removed:
        found.append(Why.TAKEN_OFF)
    return tuple(dict.fromkeys(found))


def _may_be_from_another(one: HeldEntry) -> bool:
    column = _FROM_ANOTHER.get(one.kind)
    return column is not None and (not column or column in dict(one.values))


def _from_another(one: HeldEntry) -> str:
    """Give the column that may be from somebody else; nothing where the whole entry may be."""
    return _FROM_ANOTHER.get(one.kind, "")


def _of_the_rest(one: HeldEntry, names_another: Names) -> Iterator[Why]:
    """Say what speaks against giving the rest of an entry, of which one column is held back."""
    if column := _from_another(one):
        rest, said = without(one, column).texts, dict(one.values)[column]
        if any(map(names_another, rest)):
            yield Why.NAMES_ANOTHER
        if any(said.casefold() in text.casefold() for text in rest):
            yield Why.ECHOES


def _guarded(entries: Sequence[HeldEntry]) -> Mapping[UUID, Why]:
    """Find what is restricted in any way, or was made about what is."""
    found = {
        one.id: _BY_SENSITIVITY[one.sensitivity]
        for one in entries
        if one.sensitivity is not Sensitivity.STANDARD
    }
    is_new = bool(found)
    while is_new:
        new = {
            one.id: max((found[up] for up in one.within & found.keys()), key=_STRICTER.index)
            for one in entries
            if one.id not in found and not one.within.isdisjoint(found)
        }
        found |= new
        is_new = bool(new)
    return found


def above(entries: Iterable[HeldEntry]) -> Mapping[UUID, frozenset[UUID]]:
    """Give everything each entry was made about, or holds, step by step up to the first."""
    within = {one.id: one.within for one in entries}
    found: dict[UUID, frozenset[UUID]] = {}
    for one, first in within.items():
        higher, new = set[UUID](), set(first)
        while new:
            higher |= new
            new = {more for key in new for more in within.get(key, ())} - higher
        found[one] = frozenset(higher)
    return found


def _keeps_back(decided: Decided | None) -> bool:
    return decided is not None and decided.choice is not AccessChoice.GIVE


def _echoing(entries: Sequence[HeldEntry], kept: Collection[HeldEntry]) -> frozenset[UUID]:
    """Find entries that repeat, word for word, what is kept back in another."""
    secrets = {
        (one.id, text.casefold()) for one in kept for text in one.texts if len(text) >= _LEAST_ECHO
    }
    return frozenset(
        one.id
        for one in entries
        if any(key != one.id and secret in said for key, secret in secrets
               for said in (text.casefold() for text in one.texts))
    )  # fmt: skip
