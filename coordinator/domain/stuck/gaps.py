"""Gaps: what the system around a panel lacks. Who is affected is counted, and never named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError, TransitionError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.small_numbers import Told
from coordinator.domain.states import BarrierStatus, GapStatus
from coordinator.domain.texts import is_blank

_C, _S, _T = BarrierCategory, GapStatus, GapTheme
_MONTHS_A_YEAR = 12
AGEING_AFTER = 6
"""Months after which an unsettled gap is told to be one that waits long; two quarterly reports."""
LONGEST_TITLE = 200
MOST_BESIDES = 100_000

MOVES: Mapping[GapStatus, frozenset[GapStatus]] = MappingProxyType(
    {
        _S.OPEN: frozenset({_S.WITH_COMMISSIONER, _S.DECIDED}),
        _S.WITH_COMMISSIONER: frozenset({_S.WITH_COMMISSIONER, _S.DECIDED}),
        _S.DECIDED: frozenset({_S.WITH_COMMISSIONER, _S.CLOSED, _S.OPEN}),
        _S.CLOSED: frozenset({_S.OPEN}),
    }
)
"""What may follow what: nothing closes that nobody decided; what was decided may come back."""

THEMES: Mapping[BarrierCategory, GapTheme] = MappingProxyType(
    {
        _C.HOUSING_NONE_SUITABLE: _T.HOUSING,
        _C.HOUSING_REFUSED: _T.HOUSING,
        _C.HOUSING_LOCAL_CONNECTION: _T.HOUSING,
        _C.HOUSING_ARREARS: _T.HOUSING,
        _C.HOUSING_COUPLES_PETS: _T.HOUSING,
        _C.HOUSING_OFFENCE: _T.HOUSING,
        _C.MH_THRESHOLD: _T.MENTAL_HEALTH,
        _C.MH_SUBSTANCE_USE: _T.DUAL_DIAGNOSIS,
        _C.MH_WAITING: _T.MENTAL_HEALTH,
        _C.MH_NOT_ASSESSED: _T.MENTAL_HEALTH,
        _C.SUBSTANCE_USE: _T.SUBSTANCE_USE,
        _C.DUAL_DIAGNOSIS: _T.DUAL_DIAGNOSIS,
        _C.PHYSICAL_HEALTH: _T.PHYSICAL_HEALTH,
        _C.CARE_NO_NEED: _T.SOCIAL_CARE,
        _C.CARE_DISPUTE: _T.SOCIAL_CARE,
        _C.CAPACITY_DISPUTED: _T.SOCIAL_CARE,
        _C.BENEFITS: _T.MONEY,
        _C.DEBT: _T.MONEY,
        _C.NOT_SHARED: _T.INFORMATION,
        _C.BASIS_UNCLEAR: _T.INFORMATION,
        _C.AGENCY_ABSENT: _T.AGENCIES,
        _C.AGENCY_NOT_ACTING: _T.AGENCIES,
        _C.NO_LEAD: _T.AGENCIES,
        _C.NOT_FOUND: _T.ENGAGEMENT,
        _C.DECLINES: _T.ENGAGEMENT,
        _C.COERCION: _T.ENGAGEMENT,
        _C.STAFF_RISK: _T.ENGAGEMENT,
        _C.TRANSPORT: _T.ENGAGEMENT,
        _C.TRANSITION: _T.TRANSITIONS,
        _C.PRISON_RELEASE: _T.TRANSITIONS,
        _C.OUT_OF_AREA: _T.TRANSITIONS,
        _C.COMMISSIONING_GAP: _T.COMMISSIONING,
        _C.FUNDING_ENDED: _T.COMMISSIONING,
        _C.DATA_NOT_SHAREABLE: _T.INFORMATION,
        _C.LAW_OR_COURT: _T.LAW,
        _C.CULTURE: _T.ENGAGEMENT,
        _C.OTHER: _T.OTHER,
    }
)
"""Which theme a barrier suggests; whoever raises the gap may choose another."""


@dataclass(frozen=True, slots=True)
class NewGap:
    """What is missing; of nobody in particular.

    Attributes:
        theme: Suggested by the barrier when empty.
        first_raised_on: The desk's day when empty; a gap may be older than its entry here.
        affected_besides: People known to be affected who are not on file here.
        nobody_is_meant: Single words that are somebody's name as well are none here.
    """

    title: str = field(repr=False)
    theme: GapTheme | None = None
    first_raised_on: date | None = None
    affected_besides: int = 0
    evidence: str = field(default="", repr=False)
    cost: str = field(default="", repr=False)
    workaround: str = field(default="", repr=False)
    reusable: bool = False
    nobody_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Commissioner:
    """Who could close a gap: somebody in the directory, or a name and what they are."""

    professional_id: UUID | None = None
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a commissioner decided, who it was, and when."""

    text: str = field(repr=False)
    by: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap of the register.

    Attributes:
        months: Whole months since it was first raised; until it closed, when it did.
        affected: People on file whose barriers feed it, and those counted besides; a small
            number is hidden from readers who do not work with the whole panel.
    """

    id: UUID
    revision: int
    number: str
    title: str = field(repr=False)
    theme: GapTheme
    first_raised_on: date
    months: int
    affected: Told
    affected_besides: Told
    evidence: str = field(repr=False)
    cost: str = field(repr=False)
    commissioner_id: UUID | None
    commissioner: str
    commissioner_role: str
    status: GapStatus
    decision: str = field(repr=False)
    decided_on: date | None
    decided_by: str
    closed_on: date | None
    workaround: str = field(repr=False)
    reusable: bool

    @property
    def is_ageing(self) -> bool:
        """Whether it has waited long for somebody to decide."""
        return self.status in UNDECIDED and self.months >= AGEING_AFTER


@dataclass(frozen=True, slots=True)
class FedBy:
    """A barrier that feeds a gap, for a reader who may see the person."""

    barrier_id: UUID
    person_id: UUID | None
    reference: str
    category: BarrierCategory
    own: str
    status: BarrierStatus
    since: date
    linked_on: date


@dataclass(frozen=True, slots=True)
class GapCard:
    """One gap with what feeds it; `has_more`, of people whom the reader may not see."""

    gap: GapRow
    fed_by: tuple[FedBy, ...]
    has_more: bool = False


class GapNews(StrEnum):
    """What happened to a gap lately, in the order it is told."""

    RAISED = "raised"
    REOPENED = "reopened"
    PUT = "put"
    DECIDED = "decided"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Register:
    """The gaps that leave the panel, with what happened to each since a day.

    Attributes:
        rows: Those nobody decided first, the oldest first; closed ones that closed since.
        news: By gap; nothing for those to which nothing happened.
    """

    since: date
    rows: tuple[GapRow, ...]
    news: Mapping[UUID, tuple[GapNews, ...]]


UNDECIDED = frozenset({_S.OPEN, _S.WITH_COMMISSIONER})


def months_old(first: date, last: date) -> int:
    """Count whole months from one day to another; nought when the second is not later."""
    months = (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month
    return max(0, months - (last.day < first.day))


def in_register_order(rows: Iterable[GapRow]) -> tuple[GapRow, ...]:
    """Put those nobody decided first, the oldest first."""

    def place(row: GapRow) -> tuple[bool, date, str]:
        return row.status not in UNDECIDED, row.first_raised_on, row.number

    return tuple(sorted(rows, key=place))


def theme_of(categories: Iterable[BarrierCategory]) -> GapTheme:
    """Suggest a theme for what feeds a gap: that of most; *other* when nothing says."""
    themes = [THEMES[one] for one in categories]
    return max(themes, key=themes.count, default=GapTheme.OTHER)


def check_new(new: NewGap, today: date) -> None:
    """Refuse a gap that says nothing, or facts that cannot be.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `in-the-future`, `out-of-range`.
    """
    check_facts(
        {
            "title": new.title,
            "first_raised_on": new.first_raised_on,
            "affected_besides": new.affected_besides,
        },
        today,
    )


def check_facts(fields: Mapping[str, object], today: date) -> None:
    """Refuse facts of a gap that cannot be; only those that are given are looked at.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `in-the-future`, `out-of-range`.
    """
    wrong: dict[str, str] = {}
    title = fields.get("title", "-")
    if is_blank(str(title or "")):
        wrong["title"] = "required"
    elif len(str(title)) > LONGEST_TITLE:
        wrong["title"] = "too-long"
    first = fields.get("first_raised_on")
    if isinstance(first, date) and first > today:
        wrong["first_raised_on"] = "in-the-future"
    besides = fields.get("affected_besides", 0)
    if not isinstance(besides, int) or not 0 <= besides <= MOST_BESIDES:
        wrong["affected_besides"] = "out-of-range"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_move(was: GapStatus, wanted: GapStatus) -> None:
    """Refuse a step that the table of moves does not have.

    Raises:
        TransitionError: It is not there.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_commissioner(was: GapStatus, who: Commissioner) -> None:
    """Refuse to put a gap to nobody.

    Raises:
        TransitionError: The step is not there.
        InvalidFieldsError: `commissioner` is `required`.
    """
    check_move(was, _S.WITH_COMMISSIONER)
    if who.professional_id is None and is_blank(who.name):
        raise InvalidFieldsError({"commissioner": "required"})


def check_decision(was: GapStatus, said: Decision, first_raised_on: date, today: date) -> None:
    """Refuse a decision without words, without whoever made it, or of an impossible day.

    Raises:
        TransitionError: The step is not there.
        InvalidFieldsError: `required`, `in-the-future`, `before-start`.
    """
    check_move(was, _S.DECIDED)
    wrong: dict[str, str] = {}
    if is_blank(said.text):
        wrong["decision"] = "required"
    if is_blank(said.by):
        wrong["decided_by"] = "required"
    if said.on is None:
        wrong["decided_on"] = "required"
    elif said.on > today:
        wrong["decided_on"] = "in-the-future"
    elif said.on < first_raised_on:
        wrong["decided_on"] = "before-start"
    if wrong:
        raise InvalidFieldsError(wrong)
