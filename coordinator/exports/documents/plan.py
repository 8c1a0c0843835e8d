"""The plan in full: every section, its version, and what was changed since it was agreed."""

from datetime import date
from functools import partial
from itertools import count

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.plan import ChangeLine, GoalLine, OfferLine, Plan
from coordinator.exports.documents.actions import listed_actions
from coordinator.exports.documents.escalations import escalation_table
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import (
    dated,
    facts,
    labelled,
    opening,
    prose,
    section,
    started,
    subsection,
)
from coordinator.exports.documents.plan_needs import grid_part, needs_part
from coordinator.exports.documents.plan_parts import (
    barrier_line,
    chip,
    for_few,
    goal_words,
    harder,
    not_settled,
    said,
    stage,
    steps,
)
from coordinator.exports.documents.plan_voice import asked_and_answered, balance_line
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.limiting import sparing_a_page
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Columns
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

Part = tuple[str, list[Block]]
"""A section's title and what it holds; a section that holds nothing is left out."""


def plan_paper(plan: Plan) -> Paper:
    """Compose a person's plan in full."""
    blocks = sparing_a_page(partial(_blocks, plan), TYPE)
    return Paper(_("{reference}: plan", reference=plan.reference), plan.imprint, blocks)


def _blocks(plan: Plan, type_: Type) -> list[Block]:
    blocks: list[Block] = [
        *opening(plan.imprint, _("Plan"), reference_and_name(plan), type_),
        stage(plan, type_),
        facts(plan_facts(plan), type_),
        *_basis(plan, type_),
        *_scored(plan, type_),
        *for_few(plan, type_),
        *not_settled(plan, type_),
    ]
    numbers = count(1)
    for part in _PARTS:
        title, made = part(plan, type_)
        if made:
            heading = f"{next(numbers)}. {title}"
            blocks += [section(heading, type_, key=part.__name__, level=1), *made]
    return blocks


def _basis(plan: Plan, type_: Type) -> list[Block]:
    if not plan.basis.strip():
        return []
    return [Text([Run(_("Information basis:") + " ", bold=True), Run(plan.basis)], type_.small)]


def _scored(plan: Plan, type_: Type) -> list[Block]:
    return [
        Text([Run(_("Scored:") + " ", bold=True), Run(one)], type_.small) for one in plan.scored
    ]


def reference_and_name(plan: Plan) -> str:
    """Whose plan it is."""
    return ", ".join(part for part in (plan.reference, plan.name) if part.strip())


def plan_facts(plan: Plan) -> list[Fact]:
    """Who leads, who steps in, when it is looked at again."""
    lead = ", ".join(part for part in (plan.lead, plan.lead_phone) if part)
    return [
        Fact(_("Name they use"), plan.preferred_name or plan.name),
        Fact(_("Lead professional"), lead or _("Lead to agree")),
        Fact(_("If they are away"), plan.deputy),
        Fact(_("Next review"), long_day(plan.review_on)),
        Fact(_("Agreed with them"), plan.agreed_with_person),
        Fact(_("Copy given"), plan.copy_given),
    ]


def _matters(plan: Plan, type_: Type) -> Part:
    left = [
        subsection(_("What people like and admire in me"), type_),
        *said(plan.admired, type_.body),
    ]
    right = [subsection(_("People I trust"), type_), *said(plan.trusts, type_.body)]
    return _("What matters to me"), [
        *said(plan.matters, type_.body),
        Columns([left, right], (1, 1)),
    ]


def _working(plan: Plan, type_: Type) -> Part:
    left = [subsection(_("What helps"), type_), *said(plan.helps, type_.body)]
    right = [subsection(_("What to avoid"), type_), *said(plan.avoid, type_.body)]
    rules = [
        subsection(_("Getting in touch, safely"), type_),
        *said(plan.contact_rules, type_.body),
    ]
    past = [subsection(_("Asked about the past"), type_), *bullets(plan.enquiries, type_.body)]
    return _("How to work with me"), [
        Columns([left, right], (1, 1)),
        *_brings_on(plan, type_),
        *rules,
        *(past if plan.enquiries else []),
    ]


def _brings_on(plan: Plan, type_: Type) -> list[Block]:
    """What brings it on, and which words to use; not in plans agreed before these were asked."""
    if not (plan.triggers.strip() or plan.preferred_words.strip()):
        return []
    left = [subsection(_("What brings it on"), type_), *said(plan.triggers, type_.body)]
    right = [
        subsection(_("Words to use, and not to use"), type_),
        *said(plan.preferred_words, type_.body),
    ]
    return [Columns([left, right], (1, 1))]


def _formulation(plan: Plan, type_: Type) -> Part:
    parts = prose(plan.formulation, type_.body)
    if plan.direction.strip():
        parts += labelled(_("Where this goes."), plan.direction, type_.body)
    return _("What is going on and why"), parts


def _goals(plan: Plan, type_: Type) -> Part:
    title = _("Goals")
    if not plan.goals:
        return title, [Text(_("No goal is agreed yet."), type_.body)]
    columns = [
        Column(_("Goal, in their words"), share=1.3, bold=True),
        Column(_("How we shall know"), share=1),
        fitted(
            _("By when"), [dated(g.target_on, plan.imprint.issued_on) for g in plan.goals], type_
        ),
        Column(_("How it goes"), width=104),
    ]
    rows = [
        (
            goal_words(goal, type_),
            _measure(goal, type_),
            dated(goal.target_on, plan.imprint.issued_on),
            chip(goal.status, type_),
        )
        for goal in plan.goals
    ]
    return title, [Table(columns, rows, type_), *steps(plan.goals, type_)]


def _measure(goal: GoalLine, type_: Type) -> Cell:
    parts: list[Block] = [Text(started(goal.measure), type_.cell, kind="")]
    if goal.baseline:
        words = _("At the start: {baseline}", baseline=goal.baseline)
        parts.append(Text(Run(words, colour=SOFT), type_.cell, kind=""))
    return parts


def _actions(plan: Plan, type_: Type) -> Part:
    if not plan.actions:
        return _("Actions"), [Text(_("No open actions."), type_.body)]
    listed = listed_actions(plan.actions, type_, plan.imprint.issued_on)
    return _("Actions"), [listed, *balance_line(plan, type_)]


def _offers(plan: Plan, type_: Type) -> Part:
    if not plan.offers:
        return _("What agencies offer"), [Text(_("No offer is recorded."), type_.body)]
    columns = [
        Column(_("Agency"), share=1, bold=True),
        Column(_("Offer"), share=1.6),
        Column(_("When"), share=0.9),
        Column(_("How it stands"), width=104),
    ]
    rows = [
        (
            offer.agency,
            _offered(offer, type_),
            offer.period or started(""),
            chip(offer.status, type_),
        )
        for offer in plan.offers
    ]
    return _("What agencies offer"), [Table(columns, rows, type_)]


def _offered(offer: OfferLine, type_: Type) -> Cell:
    parts: list[Block] = [Text(started(offer.what), type_.cell, kind="")]
    if offer.conditions:
        parts.append(Text(Run(offer.conditions, colour=SOFT), type_.cell, kind=""))
    return [*parts, *beside(offer.unsettled, type_.cell)]


def _home(plan: Plan, type_: Type) -> Part:
    lines = [[Run(words)] for words in plan.home]
    return _("A home must allow for"), bullets(lines, type_.body)


def _money(plan: Plan, type_: Type) -> Part:
    lines = [[Run(words)] for words in plan.money]
    return _("Money"), bullets(lines, type_.body)


def _barriers(plan: Plan, type_: Type) -> Part:
    lines = [barrier_line(barrier, plan.imprint.issued_on) for barrier in plan.barriers]
    parts = bullets(lines, type_.body) or [Text(_("No barrier is recorded."), type_.body)]
    if plan.escalations:
        parts.append(escalation_table(plan.escalations, type_, plan.imprint.issued_on))
    return _("Barriers and escalations"), parts


def _harder(plan: Plan, type_: Type) -> Part:
    return _("If things get harder"), harder(plan, type_.body)


def _unknowns(plan: Plan, type_: Type) -> Part:
    return _("What we do not know"), said(plan.unknowns, type_.body)


def _since(plan: Plan, type_: Type) -> Part:
    """Edits made after the version was agreed: shown as such, not part of what was agreed."""
    title = _("Changed since it was agreed")
    today = plan.imprint.issued_on
    lines = [[*_when(change, today), Run(change.text)] for change in plan.since_agreed]
    return title, bullets(lines, type_.body)


def _when(change: ChangeLine, today: date) -> list[Run]:
    return [Run(dated(change.on, today) + ": ", bold=True)] if change.on else []


def _versions(plan: Plan, type_: Type) -> Part:
    """Every agreed version; the one there is stands at the top of the plan already."""
    title = _("Versions")
    if [line.version for line in plan.versions] in ([], [plan.version]):
        return title, []
    columns = [
        Column(_("Version"), width=64, bold=True),
        Column(_("Agreed"), share=1),
        Column(_("What changed"), share=2),
    ]
    rows = [
        (
            str(line.version),
            ", ".join(p for p in (long_day(line.agreed_on), line.agreed_at) if p),
            line.changes or started(""),
        )
        for line in plan.versions
    ]
    return title, [Table(columns, rows, type_)]


def _more(plan: Plan, type_: Type) -> Part:
    parts: list[Block] = []
    for topic in plan.more:
        parts += labelled(topic.title + ".", topic.text, type_.body)
    return _("More"), parts


_PARTS = (
    _matters,
    _working,
    asked_and_answered,
    _formulation,
    _goals,
    _actions,
    _offers,
    _home,
    needs_part,
    grid_part,
    _money,
    _barriers,
    _harder,
    _unknowns,
    _since,
    _versions,
    _more,
)
