"""Themes: issues of the whole area in three bands, with an overall that a person entered.

Never about a person: nobody has a band, and who a theme is seen with is counted and never named.
The overall is never computed. What agencies published for the same bands is offered beside them as
a suggestion, with both results where there were two, and nothing where there was none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.learning import Harm, Mitigation, Overall
from coordinator.domain.small_numbers import Told
from coordinator.domain.texts import is_blank

LONGEST_TITLE = 200
_H, _M, _O = Harm, Mitigation, Overall
Bands = tuple[Harm, Harm, Mitigation]
"""Risk to the public, risk to the partnership, ability to mitigate."""

PUBLISHED: Mapping[Bands, Mapping[Overall, int]] = MappingProxyType(
    {
        (_H.HIGH, _H.HIGH, _M.SIGNIFICANT_LIMITS): {_O.HIGH: 5},
        (_H.HIGH, _H.SIGNIFICANT, _M.SIGNIFICANT_LIMITS): {_O.HIGH: 3},
        (_H.HIGH, _H.MODERATE, _M.SIGNIFICANT_LIMITS): {_O.MODERATE: 2},
        (_H.SIGNIFICANT, _H.HIGH, _M.SIGNIFICANT_LIMITS): {_O.HIGH: 1},
        (_H.SIGNIFICANT, _H.SIGNIFICANT, _M.SIGNIFICANT_LIMITS): {
            _O.HIGH: 1,
            _O.MODERATE_HIGH: 1,
        },
        (_H.SIGNIFICANT, _H.MODERATE, _M.SIGNIFICANT_LIMITS): {_O.MODERATE: 4},
        (_H.SIGNIFICANT, _H.MODERATE, _M.SOME_LIMITS): {_O.STANDARD: 1},
        (_H.MODERATE, _H.HIGH, _M.SIGNIFICANT_LIMITS): {_O.HIGH: 1},
        (_H.MODERATE, _H.SIGNIFICANT, _M.SOME_LIMITS): {_O.MODERATE: 1},
        (_H.MODERATE, _H.MODERATE, _M.SOME_LIMITS): {_O.STANDARD: 1},
        (_H.MODERATE, _H.MINOR, _M.GOOD): {_O.STANDARD: 1},
        (_H.MINOR, _H.MINOR, _M.GOOD): {_O.STANDARD: 1},
        (_H.MINOR, _H.MINOR, _M.SIGNIFICANT_LIMITS): {_O.STANDARD: 2},
    }
)
"""How many rows of the published tables gave what. Source: domain page 5.5 (assessment 003)."""


@dataclass(frozen=True, slots=True)
class NewTheme:
    """An issue; of nobody in particular.

    Attributes:
        unknowns: What we do not know of it.
        nobody_is_meant: Single words that are somebody's name as well are none here.
    """

    title: str = field(repr=False)
    description: str = field(default="", repr=False)
    unknowns: str = field(default="", repr=False)
    review_on: date | None = None
    nobody_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Banding:
    """How grave an issue is taken to be, as somebody entered it, and why the whole comes to that.

    Attributes:
        overall_reason: Compulsory; no name in it.
    """

    to_public: Harm | None
    to_partnership: Harm | None
    mitigation: Mitigation | None
    overall: Overall | None
    overall_reason: str = field(default="", repr=False)
    nobody_is_meant: bool = False


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme of the register.

    Attributes:
        people: On how many people's cases it is seen; a small number is hidden from whoever does
            not work with the whole panel.
        gaps: With how many gaps; those are of the system, and told whole.
    """

    id: UUID
    revision: int
    title: str = field(repr=False)
    description: str = field(repr=False)
    unknowns: str = field(repr=False)
    to_public: Harm | None
    to_partnership: Harm | None
    mitigation: Mitigation | None
    overall: Overall | None
    overall_reason: str = field(repr=False)
    banded_on: date | None
    banded_by: str
    review_on: date | None
    ended_on: date | None
    end_reason: str = field(repr=False)
    people: Told
    gaps: int

    @property
    def is_banded(self) -> bool:
        """Whether somebody has said how grave it is."""
        return self.overall is not None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """That somebody, or a gap, is counted in a theme."""

    id: UUID
    theme_id: UUID
    title: str = field(repr=False)
    linked_on: date


@dataclass(frozen=True, slots=True)
class ThemePage:
    """The register; `is_on` when the panel keeps one, `may_edit` when the sitter may write."""

    rows: tuple[ThemeRow, ...]
    today: date
    is_on: bool
    may_edit: bool

    @property
    def is_shown(self) -> bool:
        """Whether anything of it is to be seen: the panel keeps one, or something is on file."""
        return self.is_on or bool(self.rows)


def suggested(
    to_public: Harm | None, to_partnership: Harm | None, mitigation: Mitigation | None
) -> tuple[tuple[Overall, int], ...]:
    """Give what the published tables made of the same bands, the most frequent first.

    Nothing where a band is missing or the tables have no such row: nothing is worked out.
    """
    if to_public is None or to_partnership is None or mitigation is None:
        return ()
    found = PUBLISHED.get((to_public, to_partnership, mitigation), {})
    order = tuple(Overall)
    return tuple(sorted(found.items(), key=lambda one: (-one[1], order.index(one[0]))))


def in_register_order(row: ThemeRow) -> tuple[bool, int, str]:
    """Put the gravest first, those nobody banded yet after them, and those that ended last."""
    order = tuple(Overall)
    grave = len(order) if row.overall is None else order.index(row.overall)
    return row.ended_on is not None, grave, row.title.casefold()


def check_theme(new: NewTheme, today: date) -> None:
    """Check an issue.

    Raises:
        InvalidFieldsError: No title or a long one; a review in the past.
    """
    wrong: dict[str, str] = {}
    if is_blank(new.title):
        wrong["title"] = "required"
    elif len(new.title.strip()) > LONGEST_TITLE:
        wrong["title"] = "too-long"
    if new.review_on is not None and new.review_on < today:
        wrong["review_on"] = "in-the-past"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_banding(banding: Banding) -> None:
    """Check that all three bands, the overall and its reason were entered by a person.

    Raises:
        InvalidFieldsError: `required`, for each that is missing.
    """
    said = {
        "to_public": banding.to_public,
        "to_partnership": banding.to_partnership,
        "mitigation": banding.mitigation,
        "overall": banding.overall,
    }
    wrong = {name: "required" for name, one in said.items() if one is None}
    if is_blank(banding.overall_reason):
        wrong["overall_reason"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_stands(ended_on: date | None) -> None:
    """Refuse to change a theme that ended.

    Raises:
        GuardError: `theme-ended`.
    """
    if ended_on is not None:
        raise GuardError("theme-ended")
