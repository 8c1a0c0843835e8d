"""What the panel of a large demo learnt: notes, reviews, programmes and themes. Made up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.db.models import (
    Action,
    ActionTie,
    LearningNote,
    LearningReview,
    Programme,
    ProgrammePlace,
    Theme,
    ThemeLink,
)
from coordinator.demo.lives import Telling
from coordinator.demo.outline import Life, Oddity, Sitting
from coordinator.demo.words import bundled
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.states import ActionStatus, ReviewStatus

_W, _YEAR = SharedWith, 365
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SHARED = {_W.PANEL: 75, _W.BOARD: 17, _W.PARTNERSHIP: 8}


def tell_programmes(tell: Telling, years: int) -> tuple[UUID, ...]:
    """Write the programmes; they began with the panel."""
    first = tell.today - timedelta(days=years * _YEAR)
    return tuple(
        tell.sheaf.add(Programme, id=tell.dice.new_id(first), from_on=first, **one)
        for one in bundled("measured")["programme"]
    )


def tell_themes(tell: Telling, gaps: Sequence[Mapping[str, Any]]) -> tuple[UUID, ...]:
    """Write the register of themes: the last one nobody has put in bands yet."""
    themes = tuple(_theme(tell, one) for one in bundled("measured")["theme"][:-1])
    told = bundled("measured")["theme"][-1]
    themes += (tell.sheaf.add(Theme, id=tell.dice.new_id(tell.today), **told),)
    for gap in gaps:
        _link(tell, tell.dice.pick(themes), gap["first_raised_on"], gap_id=gap["id"])
    return themes


def _theme(tell: Telling, told: Mapping[str, str]) -> UUID:
    dice, on = tell.dice, tell.today - tell.dice.between(4, 20) * _WEEK
    return tell.sheaf.add(
        Theme,
        id=dice.new_id(on),
        to_public=dice.pick(tuple(Harm)),
        to_partnership=dice.pick(tuple(Harm)),
        mitigation=dice.pick(tuple(Mitigation)),
        overall=dice.pick(tuple(Overall)),
        overall_reason="No agency can act on it alone.",
        banded_on=on,
        banded_by_id=tell.town.chair.id,
        review_on=on + 26 * _WEEK,
        **told,
    )


def _link(tell: Telling, theme: UUID, on: date, **what: UUID) -> None:
    tell.sheaf.add(ThemeLink, id=tell.dice.new_id(on), theme_id=theme, linked_on=on, **what)


def tell_learnt(
    tell: Telling, life: Life, programmes: Sequence[UUID], themes: Sequence[UUID]
) -> None:
    """Write what was learnt of one person's cases, what they belong to and are counted in."""
    for span in life.spans:
        if span.closed and tell.dice.chance(0.1):
            _note(tell, span.closed, person_id=life.id, case_id=span.id)
    last = life.spans[-1]
    if tell.dice.chance(0.15):
        left = {"to_on": last.closed, "end_reason": "The case was closed"} if last.closed else {}
        tell.sheaf.add(
            ProgrammePlace,
            id=tell.dice.new_id(last.opened),
            programme_id=tell.dice.pick(programmes),
            person_id=life.id,
            case_id=last.id,
            from_on=last.opened,
            **left,
        )
    if tell.dice.chance(0.5 if life.is_current else 0.1):
        _link(tell, tell.dice.pick(themes), last.opened, person_id=life.id, case_id=last.id)


def tell_learnt_at(tell: Telling, sitting: Sitting) -> None:
    """Write what was learnt at one meeting in ten."""
    if sitting.on < tell.today and tell.dice.chance(0.1):
        _note(tell, sitting.on, meeting_id=sitting.id)


def _note(tell: Telling, on: date, **about: UUID) -> None:
    shared, said = tell.dice.weighted(_SHARED), bundled("measured")
    tell.sheaf.add(
        LearningNote,
        id=tell.dice.new_id(on),
        noted_on=on,
        noted_by_id=tell.town.chair.id,
        happened=tell.dice.pick(said["happened"]),
        differently=tell.dice.pick(said["differently"]),
        tag=tell.dice.pick(tuple(LearningTag)),
        shared_with=shared,
        told_without_names="" if shared is _W.PANEL else tell.dice.pick(said["tellings"]),
        **about,
    )


def tell_reviews(tell: Telling, lives: Sequence[Life], years: int) -> None:
    """Write a review of a group for each year, and one of each death."""
    looked: list[tuple[date, dict[str, Any]]] = []
    for ago in range(years):
        begun = tell.today - timedelta(days=ago * _YEAR + tell.dice.between(20, 200))
        title = tell.dice.pick(bundled("measured")["review_titles"])
        looked.append((begun, {"review_kind": ReviewKind.GROUP, "title": title}))
    for one in lives:
        if one.oddity is Oddity.DIED:
            told = {"review_kind": ReviewKind.DEATH, "title": "What we can learn"}
            looked.append((one.spans[-1].closed or tell.today, told | {"person_id": one.id}))
    of_year = Counter[int]()
    for begun, told in sorted(looked, key=lambda one: one[0]):
        of_year[begun.year] += 1
        _review(tell, begun, of_year[begun.year], **told)


def _review(tell: Telling, begun: date, number: int, **told: Any) -> None:
    """Write one; those of half a year ago are closed."""
    closed = begun + 20 * _WEEK
    is_closed = closed < tell.today
    ended = {"status": ReviewStatus.CLOSED, "closed_on": closed, "close_reason": "Reported"}
    review = tell.sheaf.add(
        LearningReview,
        id=tell.dice.new_id(begun),
        number=f"L{begun:%y}-{number:03d}",
        begun_on=begun,
        led_by="The chair",
        found=tell.dice.pick(bundled("measured")["found"]) if is_closed else "",
        **(ended if is_closed else {}),
        **told,
    )
    for text in tell.dice.some(bundled("measured")["recommended"], 2):
        action = tell_panel_action(tell, begun + 8 * _WEEK, text)
        tell.sheaf.add(
            ActionTie,
            id=tell.dice.new_id(begun),
            action_id=action,
            review_id=review,
            recommendation=text,
            measure="Every case of the quarter was looked at.",
        )


def tell_panel_action(
    tell: Telling, set_on: date, text: str, *, over_on: date | None = None
) -> UUID:
    """Write an action about nobody: done, or still open where it was due lately.

    Args:
        tell: What the story is written with.
        set_on: The day it was agreed.
        text: What is done.
        over_on: The day by which it was done, with all it belonged to.
    """
    dice = tell.dice
    on = min(set_on, tell.today)
    owner, due = dice.pick(tell.town.posts), on + dice.between(3, 12) * _WEEK
    is_done = over_on is not None or (due < tell.today and dice.chance(0.8))
    done = max(on, min(due - dice.between(0, 10) * _DAY, over_on or due))
    ended = {"status": ActionStatus.DONE, "done_on": done, "closed_on": done} if is_done else {}
    return tell.sheaf.add(
        Action,
        id=dice.new_id(on),
        number=tell.running_number(on.year),
        text=text,
        action_kind=ActionKind.SYSTEM_CHANGE,
        owner_id=owner.id,
        owner_agency_id=owner.agency_id,
        owner_agency=owner.agency,
        set_on=on,
        due_on=due,
        original_due_on=due,
        **ended,
    )
