"""Who sits where in a community safety partnership: a published example, vacancies included."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from coordinator.domain.lists.agencies import AgencyKind
from coordinator.reference.resources import resource


class Group(StrEnum):
    """The three tiers: what sets priorities, what solves problems, what acts in a town."""

    STRATEGIC_BOARD = "strategic_board"
    MANAGEMENT_GROUP = "management_group"
    SAFER_TOWN = "safer_town"


class SeatState(StrEnum):
    """Whether somebody holds the seat."""

    FILLED = "filled"
    VACANT = "vacant"
    TO_BE_CONFIRMED = "to_be_confirmed"
    WHERE_APPLICABLE = "where_applicable"


@dataclass(frozen=True, slots=True)
class PublishedSeat:
    """One seat as published; `title` is empty where the source names the agency only."""

    group: Group
    agency: str
    agency_kind: AgencyKind | None
    title: str
    state: SeatState


@cache
def published_seats() -> tuple[PublishedSeat, ...]:
    """List every seat, in the order of the source.

    Source: Safer Cornwall Partnership Plan 2019-2022, appendix C; Safer Towns Summary 2018, 4.
    """
    with resource("reference", "seats.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_seat(row) for row in csv.DictReader(lines))


def seats_of(group: Group) -> tuple[PublishedSeat, ...]:
    """List the seats of one tier."""
    return tuple(seat for seat in published_seats() if seat.group is group)


def _seat(row: dict[str, str]) -> PublishedSeat:
    return PublishedSeat(
        group=Group(row["group"]),
        agency=row["agency"],
        agency_kind=AgencyKind(row["agency_kind"]) if row["agency_kind"] else None,
        title=row["seat"],
        state=SeatState(row["state"]),
    )
