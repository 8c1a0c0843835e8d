"""The register of place plans, read as it may leave the panel and put into words."""

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.places.reading import read_place_register
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.papers.places import (
    PlaceActionLine,
    PlaceMeasureLine,
    PlacePlanLine,
    PlacePriorityLine,
    PlaceRegister,
)
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.places.views import (
    PlaceActionRow,
    PlaceMeasureRow,
    PlacePlanPage,
    PlacePriorityRow,
)
from coordinator.domain.states import PlacePlanStatus
from coordinator.papers import lines
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.places import figure
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

_TONES = {PlacePlanStatus.AGREED: Tone.GOOD, PlacePlanStatus.ENDED: Tone.PLAIN}


def place_register_model(desk: Desk, audience: Audience) -> PlaceRegister:
    """Read every place plan; nobody is named in it, whoever it is for.

    Args:
        desk: Who makes it.
        audience: Whose copy it is.
    """
    pages = read_place_register(desk)
    face = read_panel_face(desk)
    return PlaceRegister(
        imprint=lines.imprint(face, audience, _("Place plans"), desk.today()),
        plans=tuple(map(_plan, pages)),
        totals=_totals(pages),
    )


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
