"""The register of place plans: what is to change where, who does what, and the figures."""

from collections.abc import Iterator

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.places import (
    PlaceActionLine,
    PlaceMeasureLine,
    PlacePlanLine,
    PlacePriorityLine,
    PlaceRegister,
)
from coordinator.exports.documents.actions import status
from coordinator.exports.documents.opening import (
    dated,
    known,
    labelled,
    opening,
    section,
    started,
    subsection,
)
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Facts
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import TYPE, Style
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _

_COUNT = Style(19, 23, bold=True)
_TYPE = TYPE.scaled(0.93)


def place_register_paper(register: PlaceRegister) -> Paper:
    """Compose the register and each plan after it, or one plan alone."""
    if register.is_one and register.plans:
        return _one_alone(register, register.plans[0])
    day = long_day(register.imprint.issued_on)
    blocks: list[Block] = [
        *opening(register.imprint, _("Place plans"), day),
        Text(_note(), TYPE.small),
    ]
    if register.totals:
        blocks.append(Facts(register.totals, len(register.totals), TYPE, _COUNT))
    blocks += _register(register)
    for plan in register.plans:
        blocks += _plan(plan, register)
    name = _("{panel}: place plans on {day}", panel=register.imprint.panel, day=day)
    return Paper(name, register.imprint, blocks)


def _one_alone(register: PlaceRegister, plan: PlacePlanLine) -> Paper:
    day = long_day(register.imprint.issued_on)
    title = _("Place plan: {place}", place=plan.place)
    blocks: list[Block] = [*opening(register.imprint, title, day), Text(_note(), TYPE.small)]
    if register.totals:
        blocks.append(Facts(register.totals, len(register.totals), TYPE, _COUNT))
    blocks += [*_plan(plan, register), *_groups(plan)]
    name = _("{panel}: place plan {number} on {day}", panel=register.imprint.panel,
             number=plan.number, day=day)  # fmt: skip
    return Paper(name, register.imprint, blocks)


def _groups(plan: PlacePlanLine) -> Iterator[Block]:
    yield section(_("Who stands behind it"), level=1, key="groups")
    if not plan.groups:
        yield Text(_("No group answers for this plan."), TYPE.body)
    for one in plan.groups:
        yield subsection(one.name)
        facts = (one.kind, _("until {day}", day=one.until) if one.until else "")
        yield Text(", ".join(filter(None, facts)) or started(""), TYPE.body)
        if one.task.strip():
            yield from labelled(_("What it is for:"), one.task, TYPE.body)
        yield from labelled(_("Seats that are filled:"), "; ".join(one.seats), TYPE.body)
        if one.vacant:
            yield from labelled(_("Vacant:"), "; ".join(one.vacant), TYPE.body)


def _note() -> str:
    return _(
        "Nobody is named in this paper. Counts of people under five are written “{few}”."
        " Each figure stands with its source, and with what it cannot say.",
        few=people_words(1),
    )


def _register(register: PlaceRegister) -> list[Block]:
    heading = section(_("The register"), level=1, key="register")
    if not register.plans:
        return [heading, Text(_("No place plan is on file."), TYPE.body)]
    columns = [
        fitted(_("No."), [one.number for one in register.plans], _TYPE),
        Column(_("Place"), share=0.8),
        Column(_("Plan"), share=1.4),
        Column(_("Open"), width=44),
        Column(_("Late"), width=40),
        Column(_("People"), width=62),
        Column(_("Status"), width=80),
    ]
    rows = [
        (
            one.number,
            one.place,
            one.title,
            str(one.open_actions),
            str(one.overdue),
            one.people,
            status(one.status),
        )
        for one in register.plans
    ]
    return [heading, Table(columns, rows, _TYPE)]


def _plan(plan: PlacePlanLine, register: PlaceRegister) -> list[Block]:
    facts = (
        Fact(_("Place"), started(plan.place)),
        Fact(_("Time"), started(plan.period)),
        Fact(_("Group"), started(plan.group)),
        Fact(_("Status"), started(plan.status.text)),
    )
    title = _("{number}: {title}", number=plan.number, title=plan.title)
    blocks: list[Block] = [
        section(title, level=1),
        Facts(facts, len(facts), TYPE),
        *labelled(_("What it is about:"), known(plan.summary), TYPE.body),
        *labelled(_("People on the caseload here:"), plan.people, TYPE.body),
    ]
    if plan.ended:
        blocks += labelled(_("How it ended:"), plan.ended, TYPE.body)
    if not plan.priorities:
        blocks.append(Text(_("No priority has been set yet."), TYPE.body))
    for priority in plan.priorities:
        blocks += _priority(priority, register)
    if plan.measures:
        blocks += [subsection(_("Measures of the whole plan")), _measures(plan.measures)]
    return blocks


def _priority(one: PlacePriorityLine, register: PlaceRegister) -> list[Block]:
    blocks: list[Block] = [
        subsection(_("Priority: {title}", title=one.title)),
        *labelled(_("Why:"), known(one.why), TYPE.body),
        *labelled(_("Led by:"), one.agency or _("No agency alone"), TYPE.body),
    ]
    if one.ended:
        blocks += labelled(_("How it ended:"), one.ended, TYPE.body)
    if one.actions:
        blocks[-1].keeps = True  # whose it is stands above what is done
        blocks.append(_actions(one.actions, register))
    else:
        blocks.append(Text(_("Nothing is agreed for it yet."), TYPE.body))
    if one.measures:
        blocks.append(_measures(one.measures))
    return blocks


def _actions(actions: tuple[PlaceActionLine, ...], register: PlaceRegister) -> Table:
    columns = [
        fitted(_("No."), [one.number for one in actions], _TYPE),
        Column(_("Action"), share=1.6),
        Column(_("Agency"), share=0.9),
        Column(_("Due"), width=84),
        Column(_("Status"), width=92),
    ]
    return Table(columns, [_action(one, register) for one in actions], _TYPE)


def _action(one: PlaceActionLine, register: PlaceRegister) -> tuple[Cell, ...]:
    told = _("Told to be done by: {measure}", measure=known(one.measure))
    return (
        one.number,
        [
            Text([Run(one.text, bold=True)], _TYPE.cell, kind=""),
            Text(told, _TYPE.cell, kind=""),
        ],
        one.agency or _("Owner to agree"),
        dated(one.due, register.imprint.issued_on),
        status(one.status),
    )


def _measures(measures: tuple[PlaceMeasureLine, ...]) -> Table:
    columns = [
        Column(_("Measure, source, and what it cannot say"), share=1.8),
        Column(_("Baseline"), share=0.8),
        Column(_("Target"), share=0.8),
        Column(_("Latest"), share=0.8),
    ]
    return Table(columns, [_measure(one) for one in measures], _TYPE)


def _measure(one: PlaceMeasureLine) -> tuple[Cell, ...]:
    source = _("Source: {source}", source=known(one.source))
    what: list[Block] = [
        Text([Run(one.title, bold=True)], _TYPE.cell, kind=""),
        Text(source, _TYPE.cell, kind=""),
    ]
    if one.caveat:
        caveat = _("What it cannot say: {caveat}", caveat=one.caveat)
        what.append(Text(caveat, _TYPE.cell, kind=""))
    return what, started(one.baseline), started(one.target), started(one.latest)
