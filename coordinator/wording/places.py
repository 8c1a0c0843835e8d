"""Place plans in words: what they are, what is done, and the figures with their care."""

from collections.abc import Iterable

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.places.views import (
    GroupSeatRow,
    PlaceGroupRow,
    PlaceMeasureRow,
    PlacePlanRow,
)
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _, ngettext


def plan_facts(row: PlacePlanRow) -> str:
    """Say what a plan is, under its title."""
    return ". ".join(_plan_facts(row)) + "."


def _plan_facts(row: PlacePlanRow) -> Iterable[str]:
    yield _("{number}, {place}", number=row.number, place=row.place)
    yield _(
        "{first} to {last}",
        first=dates.plain_day(row.from_on),
        last=dates.plain_day(row.to_on),
    )
    if row.group:
        yield row.group
    yield label(row.status)
    if row.agreed_on is not None:
        yield _("Agreed on {day}", day=dates.plain_day(row.agreed_on))
    if row.ended_on is not None:
        yield _(
            "Ended on {day}: {how}",
            day=dates.plain_day(row.ended_on),
            how=row.end_reason.rstrip("."),
        )
    yield people_words(row)


def people_words(row: PlacePlanRow) -> str:
    """Say how many people on the caseload are tagged with the place."""
    return _("People on the caseload here: {count}", count=number_words(row.people))


def measure_words(row: PlaceMeasureRow) -> tuple[str, ...]:
    """Write the figures of a measure, each with its day, and what they cannot say."""
    latest = row.latest
    said = latest.value if latest else ""
    lines = [
        _("Baseline: {figure}", figure=figure(row.baseline, row.unit, row.baseline_on)),
        _("Target: {figure}", figure=figure(row.target, row.unit, row.target_on)),
        _("Latest: {figure}", figure=figure(said, row.unit, latest.read_on if latest else None)),
    ]
    source = latest.source if latest else row.source
    what = [" · ".join(lines), _("Source: {source}", source=source)]
    if row.caveat:
        what.append(_("What it cannot say: {caveat}", caveat=row.caveat))
    if row.ended_on is not None:
        what.append(_("Read no longer: {why}", why=row.end_reason))
    return tuple(what)


def figure(value: str, unit: str, on: object) -> str:
    """Write a figure with its unit and its day; that it is not recorded where there is none."""
    if not value:
        return _("not recorded")
    words = f"{value} {unit}".strip()
    return _("{figure} ({day})", figure=words, day=dates.plain_day(on)) if on else words  # type: ignore[arg-type]


def action_said(row: ActionRow) -> str:
    """Write an action: what, who answers for it, by when, how it stands."""
    owner = ", ".join(filter(None, (row.owner.name, row.owner.agency))) or _("Owner to agree")
    late = _("; late") if row.is_overdue else ""
    return _(
        "{number}: {what} {owner}; due {day}; {status}{late}.",
        number=row.number,
        what=row.text if row.text.endswith((".", "!", "?")) else f"{row.text}.",
        owner=owner,
        day=dates.plain_day(row.due_on),
        status=inline(row.status),
        late=late,
    )


def group_facts(row: PlaceGroupRow) -> str:
    """Say what a group is for, until when, and how many of its seats stand empty."""
    facts = [label(row.kind)]
    if row.place:
        facts.append(row.place)
    if row.under:
        facts.append(_("Set up by {group}", group=row.under))
    if row.task:
        facts.append(row.task.rstrip("."))
    if row.until_on is not None:
        until = dates.plain_day(row.until_on)
        facts.append(
            _("Was to end on {day}", day=until) if row.is_over else _("Until {day}", day=until)
        )
    facts.append(ngettext("{count} seat", "{count} seats", len(row.seats)))
    if row.vacant:
        facts.append(ngettext("{count} vacant", "{count} vacant", row.vacant))
    if row.ended_on is not None:
        facts.append(_("Ended: {how}", how=row.end_reason.rstrip(".")))
    return ". ".join(facts) + "."


def seat_words(seat: GroupSeatRow) -> str:
    """Write a seat: whose, and who holds it or since when nobody does."""
    whose = ", ".join(dict.fromkeys(filter(None, (seat.name, seat.agency))))
    if seat.vacant_since is not None:
        day = dates.plain_day(seat.vacant_since)
        return _("{seat}: vacant since {day}", seat=whose, day=day)
    return _("{seat}: {holder}", seat=whose, holder=seat.holder or _("holder not recorded"))
