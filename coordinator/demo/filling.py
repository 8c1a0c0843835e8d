"""Filling a store with a large demo, some people at a time, each piece one act of the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from coordinator.casework.assessments.shelf import tools_of, written_down
from coordinator.casework.desk import Desk
from coordinator.db.models import Gap, Panel
from coordinator.demo.counted import tell_counted
from coordinator.demo.dice import Dice
from coordinator.demo.found import tell_found
from coordinator.demo.funded import tell_allocations, tell_funded
from coordinator.demo.gatherings import tell_items, tell_series, tell_sitting
from coordinator.demo.learnt import (
    tell_learnt,
    tell_learnt_at,
    tell_programmes,
    tell_reviews,
    tell_themes,
)
from coordinator.demo.lives import Telling, tell_life
from coordinator.demo.outline import Life, Sitting, outline, sittings
from coordinator.demo.place_work import tell_places
from coordinator.demo.sheaf import Sheaf
from coordinator.demo.standstill import (
    Questions,
    tell_question,
    tell_sheet,
    tell_stuck,
    tell_system,
)
from coordinator.demo.switching import switch_on
from coordinator.demo.town import settle_town
from coordinator.demo.volume import Volume
from coordinator.demo.work import Diary, tell_actions, tell_contacts
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.lists.panel import Feature
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right
from coordinator.runtime.collecting import held_off

T = TypeVar("T")
_PIECE = 100  # people or meetings in one transaction: about 50,000 changes in memory


@dataclass(frozen=True, slots=True)
class Registers:
    """What people are scored with, belong to and are counted in."""

    tools: Sequence[ToolRow]
    programmes: Sequence[UUID]
    themes: Sequence[UUID]


def fill(desk: Desk, dice: Dice, volume: Volume, today: date, progress: Progress) -> None:
    """Write a panel with years of work behind it.

    Raises:
        StoreFullError, StoreReadOnlyError: The store could not be written.
        CancelledError: The person stopped it; what was written stays.
    """
    with held_off():
        tell = _settle(desk, dice, volume, today)
        with dice.aside("registers"):
            kept = _keep_registers(desk, tell, volume)
        lives = outline(dice, volume, today)
        held = sittings(dice, volume, lives, today)
        _fill_meetings(desk, tell, held)
        _fill_people(desk, tell, lives, (held, kept), progress)
        _fill_items(desk, tell, held)
        _fill_stuck(desk, tell, lives, volume.asked)
        _fill_reviews(desk, tell, lives, volume.years)


def _settle(desk: Desk, dice: Dice, volume: Volume, today: date) -> Telling:
    """Write the directory and give the panel its chair."""
    with desk.act(Right.IMPORT) as tx:
        panel = tx.get(Panel, tx.info.panel_id)
        sheaf = Sheaf()
        town = settle_town(sheaf, dice, panel.id, today, volume.posts)
        tx.add_many(sheaf.batches())
        panel.chair_id = town.chair.id
        tx.journal("demo.filled", record=panel.id)
        return Telling(sheaf, dice, town, panel.prefix, panel.quorum, today)


def _keep_registers(desk: Desk, tell: Telling, volume: Volume) -> Registers:
    """Write what people are counted in and scored with, what the panel was given, its places."""
    switch_on(desk, Feature.ASSESSMENTS, Feature.MONEY, Feature.PLACES, Feature.THEMES)
    own = replace(tell, sheaf=Sheaf())
    tell_system(own)
    programmes = tell_programmes(own, volume.years)
    themes = tell_themes(own, own.sheaf.of(Gap))
    tell_allocations(own, volume.people)
    tell_places(own, volume.places, volume.years)
    with desk.act(Right.IMPORT) as tx:
        tools = tools_of(tx)
        for one in tools:
            written_down(tx, one)
        tx.journal("demo.filled")
    _write(desk, own.sheaf)
    return Registers(tools, programmes, themes)


def _fill_meetings(desk: Desk, tell: Telling, held: Sequence[Sitting]) -> None:
    own = replace(tell, sheaf=Sheaf())
    series = tell_series(own, held)
    _write(desk, own.sheaf)
    for some in _pieces(held):
        own = replace(tell, sheaf=Sheaf())
        for sitting in some:
            tell_sitting(own, sitting, series, is_held=sitting.on < tell.today)
        _write(desk, own.sheaf)


def _fill_items(desk: Desk, tell: Telling, held: Sequence[Sitting]) -> None:
    for some in _pieces(held):
        own = replace(tell, sheaf=Sheaf())
        for sitting in some:
            tell_items(own, sitting)
            with tell.dice.aside(f"learnt {sitting.id}"):
                tell_learnt_at(own, sitting)
        _write(desk, own.sheaf)


def _fill_people(
    desk: Desk,
    tell: Telling,
    lives: Sequence[Life],
    known: tuple[Sequence[Sitting], Registers],
    watch: Progress,
) -> None:
    held, kept = known
    diary = _diary(held)
    for number, some in enumerate(_pieces(lives)):
        watch.step(number * _PIECE, len(lives))
        own = replace(tell, sheaf=Sheaf())
        for life in some:
            _tell(own, life, diary, kept)
        _write(desk, own.sheaf)
    watch.step(len(lives), len(lives))


def _fill_stuck(desk: Desk, tell: Telling, lives: Sequence[Life], asked: int) -> None:
    current = [life for life in lives if life.is_current]
    gone = [life for life in lives if not life.is_current]
    questions = Questions()
    for some in _pieces([*gone[len(gone) - min(asked, len(gone)) :], *current]):
        own = replace(tell, sheaf=Sheaf())
        for life in some:
            tell_stuck(own, life, questions)
        _write(desk, own.sheaf)
    own = replace(tell, sheaf=Sheaf())
    for number in range(asked):
        tell_question(own, current[number % len(current)], questions, is_open=True)
    tell_sheet(own, current)
    _write(desk, own.sheaf)


def _fill_reviews(desk: Desk, tell: Telling, lives: Sequence[Life], years: int) -> None:
    own = replace(tell, sheaf=Sheaf())
    with tell.dice.aside("reviews"):
        tell_reviews(own, lives, years)
    _write(desk, own.sheaf)


def _tell(tell: Telling, life: Life, diary: Diary, kept: Registers) -> None:
    cases = tell_life(tell, life)
    for span, told in zip(life.spans, cases, strict=True):
        tell_actions(tell, life, span, told, diary)
    tell_contacts(tell, life, cases)
    with tell.dice.aside(f"measured {life.id}"):
        tell_found(tell, life, cases, kept.tools)
        tell_counted(tell, life)
        tell_funded(tell, life, cases, diary)
        tell_learnt(tell, life, kept.programmes, kept.themes)


def _diary(held: Sequence[Sitting]) -> Diary:
    found: dict[UUID, list[Sitting]] = {}
    for sitting in held:
        for _, _, span in sitting.items:
            found.setdefault(span.id, []).append(sitting)
    return Diary(found)


def _pieces(of: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(of), _PIECE):
        yield of[start : start + _PIECE]


def _write(desk: Desk, sheaf: Sheaf) -> None:
    with desk.act(Right.IMPORT) as tx:
        tx.add_many(sheaf.batches())
        tx.journal("demo.filled")
