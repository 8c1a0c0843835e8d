"""The register of place plans and one alone, read as they may leave the panel, put into words."""

from collections.abc import Iterator
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.panel.in_use import check_in_use
from coordinator.casework.places.group_reads import find_place_groups
from coordinator.casework.places.reading import (
    find_place_plan,
    read_place_plan,
    read_place_register,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.papers.places import (
    PlaceActionLine,
    PlaceGroupLine,
    PlaceMeasureLine,
    PlacePlanLine,
    PlacePriorityLine,
    PlaceRegister,
)
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.places.views import (
    GroupSeatRow,
    PlaceActionRow,
    PlaceMeasureRow,
    PlacePlanPage,
    PlacePlanRow,
    PlacePriorityRow,
)
from coordinator.domain.states import PlacePlanStatus
from coordinator.papers import lines
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.places import figure, seat_words
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

_TONES = {PlacePlanStatus.AGREED: Tone.GOOD, PlacePlanStatus.ENDED: Tone.PLAIN}


def place_register_model(desk: Desk, audience: Audience) -> PlaceRegister:
    """Read every place plan; nobody is named in it, whoever it is for.

    Args:
        desk: Who makes it.
        audience: Whose copy it is.

    Raises:
        GuardError: `places-off`, with nothing on file.
    """
    check_in_use(desk, Feature.PLACES)
    pages = read_place_register(desk)
    face = read_panel_face(desk)
    return PlaceRegister(
        imprint=lines.imprint(face, audience, _("Place plans"), desk.today()),
        plans=tuple(map(_plan, pages)),
        totals=_totals(pages),
    )


def place_plan_model(desk: Desk, audience: Audience, number: str) -> PlaceRegister:
    """Read one plan with the groups behind it; nobody is named in it, whoever it is for.

    Raises:
        GuardError: `places-off`, with nothing on file.
        MissingRecordError: No plan has this number.
    """
    check_in_use(desk, Feature.PLACES)
    page = read_place_plan(desk, find_place_plan(desk, number), to_print=True)
    named, face = _("Place plan {number}", number=page.plan.number), read_panel_face(desk)
    return PlaceRegister(
        imprint=lines.imprint(face, audience, named, desk.today()),
        plans=(replace(_plan(page), groups=tuple(_groups(desk, page.plan))),),
        totals=(
            Fact(_("Priorities"), str(page.plan.priorities)),
            Fact(_("Open actions"), str(page.plan.open_actions)),
            Fact(_("Late"), str(page.plan.overdue)),
        ),
        is_one=True,
    )


def _groups(desk: Desk, plan: PlacePlanRow) -> Iterator[PlaceGroupLine]:
    """Give the group that answers for a plan, and those it set up for a task."""
    for one in find_place_groups(desk, to_print=True):
        if plan.group_id is not None and plan.group_id in {one.id, one.under_id}:
            yield PlaceGroupLine(
                name=one.name,
                kind=label(one.kind),
                task=one.task,
                until=dates.plain_day(one.until_on) if one.until_on else "",
                seats=tuple(_seat(each) for each in one.seats if each.vacant_since is None),
                vacant=tuple(seat_words(each) for each in one.seats if each.vacant_since),
            )


def _seat(one: GroupSeatRow) -> str:
    return ", ".join(dict.fromkeys(filter(None, (one.name, one.agency))))


def _plan(page: PlacePlanPage) -> PlacePlanLine:
    row = page.plan
    return PlacePlanLine(
        number=row.number,
        place=row.place,
        title=row.title,
        group=row.group,
        period=_(
            "{first} to {last}",
            first=dates.plain_day(row.from_on),
            last=dates.plain_day(row.to_on),
        ),
        status=Label(label(row.status), _TONES.get(row.status, Tone.WARN)),
        ended=row.end_reason if row.status is PlacePlanStatus.ENDED else "",
        people=number_words(row.people),
        open_actions=row.open_actions,
        overdue=row.overdue,
        summary=row.summary,
        priorities=tuple(map(_priority, page.priorities)),
        measures=tuple(map(_measure, page.measures)),
    )


def _priority(one: PlacePriorityRow) -> PlacePriorityLine:
    return PlacePriorityLine(
        title=one.title,
        why=one.why,
        agency=one.owner_agency,
        ended=one.end_reason if one.ended_on is not None else "",
        actions=tuple(map(_action, one.actions)),
        measures=tuple(map(_measure, one.measures)),
    )


def _action(one: PlaceActionRow) -> PlaceActionLine:
    row = one.row
    if row.is_overdue:
        words = _("{status}, late", status=label(row.status))
        status = Label(words, Tone.WARN)
    else:
        status = Label(label(row.status), Tone.PLAIN if row.is_open else Tone.GOOD)
    return PlaceActionLine(
        number=row.number,
        text=row.text,
        agency=row.owner.agency,
        due=row.due_on,
        status=status,
        measure=one.measure,
    )


def _measure(one: PlaceMeasureRow) -> PlaceMeasureLine:
    latest = one.latest
    value, on = (latest.value, latest.read_on) if latest else ("", None)
    return PlaceMeasureLine(
        title=one.title,
        baseline=figure(one.baseline, one.unit, one.baseline_on),
        target=figure(one.target, one.unit, one.target_on),
        latest=figure(value, one.unit, on),
        source=latest.source if latest else one.source,
        caveat=one.caveat,
    )


def _totals(pages: tuple[PlacePlanPage, ...]) -> tuple[Fact, ...]:
    rows = [page.plan for page in pages]
    agreed = sum(row.status is PlacePlanStatus.AGREED for row in rows)
    drafts = sum(row.status is PlacePlanStatus.DRAFT for row in rows)
    return (
        Fact(_("Plans agreed"), str(agreed)),
        Fact(_("Drafts"), str(drafts)),
        Fact(_("Open actions"), str(sum(row.open_actions for row in rows))),
        Fact(_("Late"), str(sum(row.overdue for row in rows))),
    )
