"""Who holds tonight, read for whom it is and put into words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.tonight.reading import held_by, read_tonight
from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.papers.tonight import (
    AheadLine,
    DayStates,
    HeldLine,
    TonightLine,
    TonightPaper,
)
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.tonight import HeldPart, MoveRow, PartState, Strip, in_runs
from coordinator.papers import lines
from coordinator.papers.withholding import without_withheld
from coordinator.wording import dates
from coordinator.wording.holding import (
    held_words,
    met_words,
    move_words,
    run_words,
    state_words,
    to_see_to_words,
    until_words,
)
from coordinator.wording.translation import _

_SATURDAY = 5


def tonight_model(desk: Desk, audience: Audience) -> TonightPaper:
    """Read who holds whom until the next panel.

    An agency's copy holds those it works with, and those it or a worker of it is named for:
    whoever is to hold somebody may know of them.
    """
    today = desk.today()
    reader = _reader(desk, audience)
    found = read_tonight(desk, reader=reader)
    whole = TonightPaper(
        imprint=lines.imprint(read_panel_face(desk), audience, _("Who holds tonight"), today),
        days=found.days,
        until=until_words(found, today),
        told=to_see_to_words(found),
        lines=tuple(_line(one, found.days, today) for one in found.strips),
    )
    return without_withheld(desk, whole, replace(audience, reader=reader))


def _reader(desk: Desk, audience: Audience) -> Reader | None:
    if audience.reader is None or audience.agency is None:
        return audience.reader
    held = held_by(desk, audience.agency)
    return replace(audience.reader, shared_people=audience.reader.shared_people | held)


def _line(one: Strip, days: tuple[date, ...], today: date) -> TonightLine:
    person = lines.in_a_list(one.reference, one.name)
    strip, tonight = tuple(_states(one, on) for on in days), one.tonight
    if one.initials_only:
        state = HeldLine(state_words(tonight.state), tonight.state) if tonight else None
        return TonightLine(person, strip=strip, tonight=state, is_bare=True)
    return TonightLine(
        person=person,
        lead=one.lead,
        strip=strip,
        tonight=HeldLine(held_words(tonight), tonight.state) if tonight else None,
        held=tuple(_held(one, tonight)),
        ahead=tuple(_ahead(move, today) for move in one.moves),
    )


def _states(one: Strip, on: date) -> DayStates:
    found = {part.part: part.state for part in one.parts if part.on == on}
    return tuple(found.get(part) for part in DayPart)


def _held(one: Strip, tonight: HeldPart | None) -> Iterator[HeldLine]:
    """Give evenings and weekend days held or not, and the nights in which somebody is there."""
    later = [part for part in one.parts if part is not tonight]
    for wanted in (
        [part for part in later if part.part is DayPart.EVENING],
        [part for part in later if part.part is DayPart.DAY and part.on.weekday() >= _SATURDAY],
        [
            part
            for part in later
            if part.part is DayPart.NIGHT and part.state is not PartState.NOBODY
        ],
    ):
        for run in in_runs(wanted):
            yield HeldLine(run_words(run), run.held.state)


def _ahead(move: MoveRow, today: date) -> AheadLine:
    day = dates.day(move.on, today)
    if move.is_past:
        words = _("{day}, and nothing said since: {what}", day=day, what=move_words(move))
        return AheadLine(words, _was_met(move), move.is_met)
    words = _("{day}: {what}", day=day, what=move_words(move))
    return AheadLine(words, met_words(move), move.is_met)


def _was_met(move: MoveRow) -> str:
    if move.is_met:
        return _("{who} was to be there", who=move.met_by)
    return _("Nobody was named to be there")
