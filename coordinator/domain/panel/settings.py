"""What a panel decides for itself, line by line: checked when written, read as what it means.

A line is a text with a few facts; which facts, says its topic. Keyed topics have exactly one line
for each key; the others are lists that people lengthen, shorten and put in order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import (
    AgendaSection,
    Feature,
    RetentionEnd,
    RetentionStart,
    TextKey,
    TimeKey,
    Topic,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.panel.letter_texts import fault_of
from coordinator.domain.panel.rundowns import Planned, Rundown
from coordinator.domain.texts import is_blank

Scalar = str | int | bool | None
Details = Mapping[str, Scalar]

LONGEST_LINE = 300
LONGEST_TEXT = 6_000
MOST_DAYS = 365
MOST_MINUTES = 120
MOST_MONTHS = 12 * 100
MOST_ROOM = 20
"""Lines left free under a question of the referral form."""

KEYED = frozenset({Topic.KIND, Topic.TEXTS, Topic.TIMES, Topic.FEATURES})
LISTS = tuple(topic for topic in Topic if topic not in KEYED)


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One line as it stands; `is_shipped` while nobody has written it down here."""

    id: UUID
    revision: int
    topic: Topic
    text: str
    details: Details = field(default_factory=dict)
    is_shipped: bool = False

    @property
    def key(self) -> str:
        """Which line of a keyed topic it is."""
        return str(self.details.get("key", ""))


@dataclass(frozen=True, slots=True)
class PanelSettings:
    """All of it, by topic, as the panel's own page shows it.

    Attributes:
        kind: What the panel was started as.
        changed: Topics, and keys of texts and times, that say something else than what was
            shipped with that kind.
        letters_given: Somebody's reference begins with the panel's letters.
    """

    kind: str
    lines: Mapping[Topic, tuple[PanelLine, ...]]
    changed: frozenset[str]
    letters_given: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for an action, with who would likely do it and what kind of action it is."""

    text: str
    agency_kind: AgencyKind | None = None
    action_kind: ActionKind | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One reason to take somebody on, in the panel's own words."""

    criterion: ReferralCriterion
    words: str


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question of the referral form; `lines` is the room left for the answer."""

    text: str
    hint: str = ""
    lines: int = 3


@dataclass(frozen=True, slots=True)
class LadderLevel:
    """One level of the escalation ladder: who is asked, what for, by when they answer."""

    level: int
    receiver: str
    aim: str
    working_days: int


@dataclass(frozen=True, slots=True)
class BarrierChoice:
    """One way to say what is in the way.

    Attributes:
        category: What is stored; *other* for one of the panel's own.
        words: The panel's; those shipped with the category where it has none.
        is_own: Named by the panel itself: its words are stored with each barrier.
    """

    category: BarrierCategory
    words: str = ""
    is_own: bool = False

    @property
    def own(self) -> str:
        """What is stored with a barrier beside its category."""
        return self.words if self.is_own else ""


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long something is kept, from what, and what happens then; nothing goes by itself."""

    what: str
    months: int
    start: RetentionStart
    end: RetentionEnd


_CHOICES: Mapping[Topic, Mapping[str, type[StrEnum]]] = {
    Topic.AGENDA: {"section": AgendaSection},
    Topic.CRITERIA: {"criterion": ReferralCriterion},
    Topic.RETENTION: {"start": RetentionStart, "end": RetentionEnd},
    Topic.TEXTS: {"key": TextKey},
    Topic.TIMES: {"key": TimeKey},
    Topic.FEATURES: {"key": Feature},
}
_MAYBE: Mapping[Topic, Mapping[str, type[StrEnum]]] = {
    Topic.PHRASES: {"agency_kind": AgencyKind, "action_kind": ActionKind},
    Topic.BARRIERS: {"category": BarrierCategory},
}
_NUMBERS: Mapping[Topic, Mapping[str, tuple[int, int]]] = {
    Topic.AGENDA: {"minutes": (1, MOST_MINUTES)},
    Topic.REFERRAL_FORM: {"lines": (1, MOST_ROOM)},
    Topic.LADDER: {"working_days": (0, MOST_DAYS)},
    Topic.PROTOCOL: {"days": (0, MOST_DAYS)},
    Topic.RETENTION: {"months": (1, MOST_MONTHS)},
    Topic.TIMES: {"number": (0, MOST_DAYS)},
}
_WORDS: Mapping[Topic, frozenset[str]] = {
    Topic.AGENDA: frozenset({"title"}),
    Topic.REFERRAL_FORM: frozenset({"hint"}),
    Topic.LADDER: frozenset({"aim"}),
}
_TICKS: Mapping[Topic, frozenset[str]] = {Topic.FEATURES: frozenset({"on"})}
_MAY_BE_BLANK = frozenset({Topic.AGENDA, Topic.TIMES, Topic.FEATURES})
_SINGLE = {Topic.CRITERIA: "criterion", Topic.AGENDA: "section", Topic.BARRIERS: "category"}


def check_line(topic: Topic, text: str, details: Details) -> None:
    """Refuse a line that says nothing, or facts its topic does not have.

    Raises:
        InvalidFieldsError: `text` is `required`, `too-long` or `unknown-in-braces`; a fact is
            `unknown`, `required`, `not-in-list` or `out-of-range`; a part of its own needs a
            `title`.
    """
    wrong = _wrong_text(topic, text, details)
    wrong |= dict.fromkeys(set(details) - _facts_of(topic), "unknown")
    wrong |= _wrong_choices(topic, details) | _wrong_numbers(topic, details)
    if _is_own_part(details) and is_blank(str(details.get("title") or "")):
        wrong["title"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_single(topic: Topic, details: Details, others: Iterable[PanelLine]) -> None:
    """Refuse a second line for what may stand once: a criterion, a part of the agenda.

    Raises:
        InvalidFieldsError: It is `taken`.
    """
    name = _SINGLE.get(topic)
    if name is None or _is_own_part(details) or not details.get(name):
        return
    if any(line.details.get(name) == details.get(name) for line in others):
        raise InvalidFieldsError({name: "taken"})


def _wrong_text(topic: Topic, text: str, details: Details) -> dict[str, str]:
    if is_blank(text):
        has_words = topic in _MAY_BE_BLANK or (topic is Topic.BARRIERS and details.get("category"))
        return {} if has_words else {"text": "required"}
    longest = LONGEST_TEXT if topic is Topic.TEXTS else LONGEST_LINE
    if len(text) > longest:
        return {"text": "too-long"}
    fault = fault_of(str(details.get("key")), text) if topic is Topic.TEXTS else ""
    return {"text": fault} if fault else {}


def _wrong_choices(topic: Topic, details: Details) -> dict[str, str]:
    wanted = {name: (kind, "required") for name, kind in _CHOICES.get(topic, {}).items()}
    wanted |= {name: (kind, "") for name, kind in _MAYBE.get(topic, {}).items()}
    wrong = {}
    for name, (kind, missing) in wanted.items():
        value = details.get(name)
        if value and value not in {one.value for one in kind}:
            wrong[name] = "not-in-list"
        elif missing and not value:
            wrong[name] = missing
    return wrong


def _wrong_numbers(topic: Topic, details: Details) -> dict[str, str]:
    wrong = {}
    for name, (least, most) in _NUMBERS.get(topic, {}).items():
        number = details.get(name)
        if not isinstance(number, int) or not least <= number <= most:
            wrong[name] = "out-of-range"
    return wrong


def _facts_of(topic: Topic) -> set[str]:
    known = (_CHOICES, _MAYBE, _NUMBERS)
    named = {name for table in known for name in table.get(topic, {})}
    return named | set(_WORDS.get(topic, ())) | set(_TICKS.get(topic, ()))


def _is_own_part(details: Details) -> bool:
    return details.get("section") == AgendaSection.OWN.value


def rundown_of(lines: Iterable[PanelLine]) -> Rundown:
    """Read the standard agenda."""
    return Rundown(
        tuple(
            Planned(
                AgendaSection(str(line.details["section"])),
                _number(line, "minutes"),
                _words(line, "title"),
                line.text,
            )
            for line in lines
        )
    )


def days_of(lines: Iterable[PanelLine]) -> dict[TimeKey, int]:
    """Read the panel's deadlines."""
    return {TimeKey(line.key): _number(line, "number") for line in lines}


def phrases_of(lines: Iterable[PanelLine]) -> tuple[Phrase, ...]:
    """Read the words for actions."""
    return tuple(
        Phrase(
            line.text,
            AgencyKind(_words(line, "agency_kind")) if line.details.get("agency_kind") else None,
            ActionKind(_words(line, "action_kind")) if line.details.get("action_kind") else None,
        )
        for line in lines
    )


def criteria_of(lines: Iterable[PanelLine]) -> tuple[Criterion, ...]:
    """Read the reasons to take somebody on."""
    return tuple(
        Criterion(ReferralCriterion(_words(line, "criterion")), line.text) for line in lines
    )


def questions_of(lines: Iterable[PanelLine]) -> tuple[FormQuestion, ...]:
    """Read the referral form."""
    return tuple(
        FormQuestion(line.text, _words(line, "hint"), _number(line, "lines")) for line in lines
    )


def ladder_of(lines: Iterable[PanelLine]) -> tuple[LadderLevel, ...]:
    """Read the steps of an escalation, lowest first; the first is level 0."""
    return tuple(
        LadderLevel(level, line.text, _words(line, "aim"), _number(line, "working_days"))
        for level, line in enumerate(lines)
    )


def barrier_choices_of(lines: Iterable[PanelLine]) -> tuple[BarrierChoice, ...]:
    """Read what may be in the way, in the panel's order; *other* always can."""
    choices = tuple(
        BarrierChoice(BarrierCategory(found), line.text)
        if (found := _words(line, "category"))
        else BarrierChoice(BarrierCategory.OTHER, line.text, is_own=True)
        for line in lines
    )
    plain = {one.category for one in choices if not one.is_own}
    other = () if BarrierCategory.OTHER in plain else (BarrierChoice(BarrierCategory.OTHER),)
    return (*choices, *other)


def retention_of(lines: Iterable[PanelLine]) -> tuple[RetentionRule, ...]:
    """Read how long things are kept."""
    return tuple(
        RetentionRule(
            line.text,
            _number(line, "months"),
            RetentionStart(_words(line, "start")),
            RetentionEnd(_words(line, "end")),
        )
        for line in lines
    )


def features_on(lines: Iterable[PanelLine]) -> frozenset[Feature]:
    """Tell what is switched on."""
    return frozenset(Feature(line.key) for line in lines if line.details.get("on") is True)


def _number(line: PanelLine, name: str) -> int:
    value = line.details.get(name, 0)
    return value if isinstance(value, int) else 0


def _words(line: PanelLine, name: str) -> str:
    return str(line.details.get(name) or "")
