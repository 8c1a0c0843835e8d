"""What is held about somebody, entry by entry, and what an officer has to decide before it goes.

Everything is given unless something speaks against it; what does is found here, and erring is on
the side of asking. Nothing is withheld by the program: an officer decides, with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from coordinator.domain.access.rules import AccessRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_K = RecordKind


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
    DEMAND = "demand"
    MONEY = "money"
    LEARNING = "learning"
    WHO_WAS_TOLD = "who_was_told"
    KEEPING = "keeping"


SECTIONS: Mapping[Section, tuple[RecordKind, ...]] = {
    Section.DETAILS: (_K.PERSON, _K.ALIAS, _K.IDENTIFIER),
    Section.AROUND: (_K.FORUM_INVOLVEMENT, _K.RELATIONSHIP),
    Section.SHARING: (_K.BASIS, _K.EXCLUSION, _K.EXCLUDED_WORKER, _K.COMMS_LINE),
    Section.CASES: (_K.REFERRAL, _K.CASE, _K.LEAD_ROLE),
    Section.PLAN: (_K.PLAN, _K.GOAL, _K.OFFER, _K.STRENGTH, _K.PLAN_VERSION, _K.OWN_PLAN),
    Section.VOICE: (_K.WISH,),
    Section.SAFETY: (
        _K.WARNING,
        _K.RISK,
        _K.MISSING,
        _K.OUTSIDE_ASSESSMENT,
        _K.NEED,
        _K.ASSESSMENT,
        _K.ASSESSMENT_SCORE,
        _K.TRAUMA_ENQUIRY,
    ),
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
    Section.DEMAND: (_K.DEMAND_COUNT,),
    Section.MONEY: (_K.BUDGET_LINE, _K.BUDGET_ENTRY),
    Section.LEARNING: (_K.LEARNING_NOTE, _K.LEARNING_REVIEW, _K.PROGRAMME_PLACE),
    Section.WHO_WAS_TOLD: (_K.DISCLOSURE,),
    Section.KEEPING: (_K.ACCESS_REQUEST, _K.RETENTION_HOLD, _K.DEATH_NOTICE),
}

NOT_ENTRIES: Mapping[RecordKind, str] = {
    _K.DISCLOSED_PERSON: "says of a disclosure whom it was about: told as the disclosure",
    _K.FIELD_GUARD: "says how far a part of an entry may travel: told with the entry",
    _K.GAP_BARRIER: "ties a barrier of theirs to a gap that names nobody: told as the barrier",
    _K.THEME_LINK: "counts a case of theirs into an issue that names nobody",
    _K.ACCESS_DECISION: "why something was withheld from them",
}
"""Records about somebody that are no entries of their own, and why."""


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
    NAMED_ERASED = "named_erased"
    TAKEN_OFF = "taken_off"
    CHANGED = "changed"


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
        was_about_others: What is typed in it was about somebody too whose record is gone.
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
    was_about_others: bool = False

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
        part: The one column it waits for; the rest of it is given unless all of it is withheld.
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
    def decided_about_all(self) -> bool:
        """Whether all of it is withheld, although only a part of it was asked about."""
        return self.decided is not None and self.decided.choice is AccessChoice.WITHHOLD_ALL

    @property
    def rest(self) -> HeldEntry | None:
        """What is given beside the part, unless all of it is withheld; nothing without a part."""
        return without(self.entry, self.part) if self.part else None

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
        if not self.part or self.decided_about_all:
            return None
        return without(self.entry, self.part)

    @property
    def to_look_at(self) -> HeldEntry:
        """What an officer decides about: all of it, or the part."""
        said = dict(self.entry.values).get(self.part, "")
        if not said or self.decided_about_all:
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


def without(one: HeldEntry, column: str) -> HeldEntry:
    """Give an entry without one of its columns, and without what that says."""
    texts, said = list(one.texts), dict(one.values)[column]
    if said in texts:
        texts.remove(said)
    values = tuple(pair for pair in one.values if pair[0] != column)
    return replace(one, values=values, texts=tuple(texts))


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
