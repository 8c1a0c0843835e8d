"""What a new panel starts with: its seats, rhythm and marking, and the steps of an escalation."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any

from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.weeks import PanelPost
from coordinator.reference.resources import resource
from coordinator.reference.seats import Group, PublishedSeat, seats_of


@dataclass(frozen=True, slots=True)
class SeatTemplate:
    """A seat of a new panel; `kinds` may hold it, the likeliest first (none: that of a `post`)."""

    name: str
    kinds: tuple[AgencyKind, ...]
    is_required: bool
    post: PanelPost | None = None


@dataclass(frozen=True, slots=True)
class PanelTemplate:
    """A new panel: `weekday` 0 is Monday, `minutes` how long it meets, `quorum` in agencies."""

    key: str
    name: str
    meeting: MeetingType
    marking: Marking
    quorum: int
    weekday: int
    starts_at: time
    minutes: int
    every_days: int
    seats: tuple[SeatTemplate, ...]


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One level of the escalation ladder: who is asked, what for, by when they answer."""

    level: int
    receiver: str
    aim: str
    working_days: int


@cache
def panel_templates() -> tuple[PanelTemplate, ...]:
    """List the kinds of panel one can start: the complex needs panel first."""
    return tuple(_panel(key, read) for key, read in _toml("panels.toml").items())


@dataclass(frozen=True, slots=True)
class ProtocolStep:
    """One step of the disengagement protocol, so many days after it begins."""

    text: str
    days: int


@cache
def protocol() -> tuple[ProtocolStep, ...]:
    """List what is done when somebody stops taking part, in order; a panel edits it."""
    return tuple(ProtocolStep(**step) for step in _toml("protocol.toml")["step"])


@cache
def ladder() -> tuple[LadderStep, ...]:
    """List the default steps, lowest first; a panel edits receivers and days."""
    return tuple(LadderStep(**step) for step in _toml("ladder.toml")["step"])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("reference", name).read_text(encoding="utf-8"))


def _panel(key: str, read: dict[str, Any]) -> PanelTemplate:
    if "seats_of" in read:
        seats = tuple(_place_seat(seat) for seat in seats_of(Group(read["seats_of"])))
    else:
        seats = tuple(_seat(seat) for seat in read["seats"])
    return PanelTemplate(
        key=key,
        name=read["name"],
        meeting=MeetingType(read["meeting"]),
        marking=Marking(read["marking"]),
        quorum=read["quorum"],
        weekday=read["weekday"],
        starts_at=read["starts_at"],
        minutes=read["minutes"],
        every_days=read["every_days"],
        seats=seats,
    )


def _seat(read: dict[str, Any]) -> SeatTemplate:
    kinds = tuple(AgencyKind(kind) for kind in read["kinds"])
    post = PanelPost(read["post"]) if "post" in read else None
    return SeatTemplate(read["name"], kinds, read.get("required", False), post)


def _place_seat(seat: PublishedSeat) -> SeatTemplate:
    kinds = (seat.agency_kind,) if seat.agency_kind else ()
    return SeatTemplate(f"{seat.agency}: {seat.title}", kinds, is_required=False)
