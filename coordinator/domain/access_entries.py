"""What is held about somebody, entry by entry, and what an officer has to decide before it goes.

Everything is given unless something speaks against it; what does is found here, and erring is on
the side of asking. Nothing is withheld by the program: an officer decides, with a reason.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from coordinator.domain.access import AccessRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_K = RecordKind
_LEAST_ECHO = 12
"""Letters: what is shorter and stands in two entries is a phrase, not a copy."""


class Section(Enum):
    """The parts of what is held, in the order they are read."""

    DETAILS = "details"
    AROUND = "around"
    SHARING = "sharing"
    CASES = "cases"
    PLAN = "plan"
    VOICE = "voice"
    SAFETY = "safety"
    ACTIONS = "actions"
    STUCK = "stuck"
    MEETINGS = "meetings"
    CONTACTS = "contacts"
    HOUSING = "housing"
    WHO_WAS_TOLD = "who_was_told"
    KEEPING = "keeping"


SECTIONS: Mapping[Section, tuple[RecordKind, ...]] = {
    Section.DETAILS: (_K.PERSON, _K.ALIAS, _K.IDENTIFIER),
    Section.AROUND: (_K.FORUM_INVOLVEMENT, _K.RELATIONSHIP),
    Section.SHARING: (_K.BASIS, _K.EXCLUSION, _K.EXCLUDED_WORKER, _K.COMMS_LINE),
    Section.CASES: (_K.REFERRAL, _K.CASE, _K.LEAD_ROLE),
    Section.PLAN: (_K.PLAN, _K.GOAL, _K.OFFER, _K.STRENGTH, _K.PLAN_VERSION, _K.OWN_PLAN),
    Section.VOICE: (_K.WISH,),
    Section.SAFETY: (_K.WARNING, _K.RISK, _K.MISSING, _K.OUTSIDE_ASSESSMENT),
    Section.ACTIONS: (_K.ACTION, _K.ACTION_NOTE, _K.ACTION_MOVE, _K.ENFORCEMENT_CHECK),
    Section.STUCK: (_K.BARRIER, _K.ESCALATION, _K.ESCALATION_ENTRY),
    Section.MEETINGS: (
        _K.AGENDA_ITEM,
        _K.AGENCY_NOTE,
        _K.DECISION,
        _K.CORRECTION,
        _K.INFORMATION_REPLY,
    ),
    Section.CONTACTS: (
        _K.CONTACT,
        _K.OUTREACH_LINE,
        _K.HOLDING,
        _K.COMING_MOVE,
        _K.PROTOCOL,
        _K.PROTOCOL_STEP,
    ),
    Section.HOUSING: (_K.HOUSING_APPLICATION, _K.HOUSING_CONSTRAINT),
    Section.WHO_WAS_TOLD: (_K.DISCLOSURE,),
    Section.KEEPING: (_K.ACCESS_REQUEST, _K.RETENTION_HOLD, _K.DEATH_NOTICE),
}

NOT_ENTRIES: Mapping[RecordKind, str] = {
    _K.DISCLOSED_PERSON: "says of a disclosure whom it was about: told as the disclosure",
    _K.FIELD_GUARD: "says how far a part of an entry may travel: told with the entry",
    _K.GAP_BARRIER: "ties a barrier of theirs to a gap that names nobody: told as the barrier",
    _K.ACCESS_DECISION: "why something was withheld from them",
}
"""Records about somebody that are no entries of their own, and why."""

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


class Why(Enum):
    """Why an entry cannot simply be given."""

    RESTRICTED = "restricted"
    THIRD_PARTY = "third_party"
    SERIOUS_HARM = "serious_harm"
    PRIVILEGED = "privileged"
    RESTRICTED_PART = "restricted_part"
    ABOUT_ANOTHER = "about_another"
    FROM_ANOTHER = "from_another"
    OTHERS_RECORD = "others_record"
    NAMES_ANOTHER = "names_another"
    ECHOES = "echoes"
    TAKEN_OFF = "taken_off"
    CHANGED = "changed"


_BY_SENSITIVITY = {
    Sensitivity.RESTRICTED: Why.RESTRICTED,
    Sensitivity.THIRD_PARTY: Why.THIRD_PARTY,
    Sensitivity.SERIOUS_HARM: Why.SERIOUS_HARM,
    Sensitivity.PRIVILEGED: Why.PRIVILEGED,
}


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """One record about somebody.

    Attributes:
        on: The day it is of; nothing where it has none.
        values: Column and value as the change log writes them; what says nothing is left out.
        texts: What somebody typed, of these.
        within: What it was made about, or holds: what is kept of those holds of this as well.
        has_restricted_part: A part of it is for few.
        is_others: It stands in the record of somebody else.
        is_removed: It was taken off and is still kept.
    """

    kind: RecordKind
    id: UUID
    on: date | None = None
    values: tuple[tuple[str, Any], ...] = field(default=(), repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)
    within: frozenset[UUID] = frozenset()
    sensitivity: Sensitivity = Sensitivity.STANDARD
    has_restricted_part: bool = False
    is_others: bool = False
    is_removed: bool = False

    @property
    def key(self) -> tuple[RecordKind, UUID]:
        """What a decision about it is filed under."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Decided:
    """What the officer decided about one entry.

    Attributes:
        words: What the person gets in its place, where it is given in part.
    """

    choice: AccessChoice
    reason: str = field(default="", repr=False)
    by: str = ""
    words: str = field(default="", repr=False)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class JudgedEntry:
    """An entry with what speaks against giving it, and what was decided.

    Attributes:
        part: The one column it waits for; the rest of it is given whatever is decided.
        overtaken: What was decided about it as it was before it changed; it counts no more.
    """

    entry: HeldEntry
    why: tuple[Why, ...] = ()
    decided: Decided | None = None
    part: str = ""
    overtaken: Decided | None = None

    @property
    def needs_decision(self) -> bool:
        """Whether an officer has to look at it, or has."""
        return bool(self.why) or self.decided is not None

    @property
    def is_undecided(self) -> bool:
        """Whether it waits for the officer."""
        return bool(self.why) and self.decided is None

    @property
    def is_given(self) -> bool:
        """Whether it is given as it stands."""
        if self.decided is None:
            return not self.why
        return self.decided.choice is AccessChoice.GIVE

    @property
    def given(self) -> HeldEntry | None:
        """What is given as it stands: all of it, all but the part, or nothing."""
        if self.is_given:
            return self.entry
        return _without(self.entry, self.part) if self.part else None

    @property
    def to_look_at(self) -> HeldEntry:
        """What an officer decides about: all of it, or the part."""
        said = dict(self.entry.values).get(self.part, "")
        if not said:
            return self.entry
        return replace(self.entry, values=((self.part, said),), texts=(said,))

    @property
    def given_words(self) -> str:
        """What is given in the place of what was decided about, where that is given in part."""
        if self.decided is None or self.decided.choice is not AccessChoice.GIVE_IN_PART:
            return ""
        return self.decided.words


@dataclass(frozen=True, slots=True)
class AccessFile:
    """One request with everything that is held, in the order it is read.

    Attributes:
        names: What ids stand for, by their 32 hexadecimal digits.
        latest: Up to when it may be extended.
    """

    request: AccessRow
    entries: tuple[JudgedEntry, ...] = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    latest: date

    @property
    def to_decide(self) -> tuple[JudgedEntry, ...]:
        """What an officer has to look at, or has."""
        return tuple(one for one in self.entries if one.needs_decision)

    @property
    def undecided(self) -> int:
        """How many entries wait for the officer."""
        return sum(one.is_undecided for one in self.entries)


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
        rest, said = _without(one, column).texts, dict(one.values)[column]
        if any(map(names_another, rest)):
            yield Why.NAMES_ANOTHER
        if any(said.casefold() in text.casefold() for text in rest):
            yield Why.ECHOES


def _without(one: HeldEntry, column: str) -> HeldEntry:
    texts, said = list(one.texts), dict(one.values)[column]
    if said in texts:
        texts.remove(said)
    values = tuple(pair for pair in one.values if pair[0] != column)
    return replace(one, values=values, texts=tuple(texts))


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
            one.id: found[min(one.within & found.keys())]
            for one in entries
            if one.id not in found and not one.within.isdisjoint(found)
        }
        found |= new
        is_new = bool(new)
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


def check_decided(decided: Decided) -> None:
    """Refuse a decision without a reason or a name, or a part that says nothing.

    Raises:
        InvalidFieldsError: `reason`, `by`, `words` are `required`.
    """
    wrong = {name: "required" for name in ("reason", "by") if not getattr(decided, name).strip()}
    if decided.choice is AccessChoice.GIVE_IN_PART and not decided.words.strip():
        wrong["words"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
