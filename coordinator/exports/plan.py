"""The plan in full: every section, its version, and what was changed since it was agreed."""

from datetime import date
from itertools import count

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.plan import ChangeLine, GoalLine, OfferLine, Plan
from coordinator.exports.actions import listed_actions
from coordinator.exports.blocks import Block
from coordinator.exports.escalations import escalation_table
from coordinator.exports.lists import bullets
from coordinator.exports.opening import (
    dated,
    facts,
    labelled,
    opening,
    prose,
    section,
    started,
    subsection,
)
from coordinator.exports.panels import Columns
from coordinator.exports.paragraphs import Text
from coordinator.exports.plan_parts import (
    barrier_line,
    chip,
    for_few,
    goal_words,
    harder,
    level_lines,
    said,
    stage,
    steps,
)
from coordinator.exports.plan_voice import asked_and_answered, balance_line
from coordinator.exports.press import Paper
from coordinator.exports.tables import Cell, Column, Table, fitted
from coordinator.exports.tokens import SOFT, TYPE
from coordinator.exports.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _

Part = tuple[str, list[Block]]
"""A section's title and what it holds; a section that holds nothing is left out."""


def plan_paper(plan: Plan) -> Paper:
    """Compose a person's plan in full."""
    blocks: list[Block] = [
        *opening(plan.imprint, _("Plan"), reference_and_name(plan)),
        stage(plan, TYPE),
        facts(plan_facts(plan)),
        *_basis(plan),
        *for_few(plan, TYPE),
    ]
    numbers = count(1)
    parts = (
        _matters,
        _working,
        asked_and_answered,
        _formulation,
        _goals,
        _actions,
        _offers,
        _home,
        _risks,
        _barriers,
        _harder,
        _unknowns,
        _since,
        _versions,
        _more,
    )
    for part in parts:
        title, made = part(plan)
        if made:
            heading = f"{next(numbers)}. {title}"
            blocks += [section(heading, key=part.__name__, level=1), *made]
    return Paper(_("{reference}: plan", reference=plan.reference), plan.imprint, blocks)


def _basis(plan: Plan) -> list[Block]:
    if not plan.basis.strip():
        return []
    return [Text([Run(_("Information basis:") + " ", bold=True), Run(plan.basis)], TYPE.small)]


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


def _matters(plan: Plan) -> Part:
    left = [subsection(_("What people like and admire in me")), *said(plan.admired, TYPE.body)]
    right = [subsection(_("People I trust")), *said(plan.trusts, TYPE.body)]
    return _("What matters to me"), [
        *said(plan.matters, TYPE.body),
        Columns([left, right], (1, 1)),
    ]


def _working(plan: Plan) -> Part:
    left = [subsection(_("What helps")), *said(plan.helps, TYPE.body)]
    right = [subsection(_("What to avoid")), *said(plan.avoid, TYPE.body)]
    rules = [subsection(_("Getting in touch, safely")), *said(plan.contact_rules, TYPE.body)]
    return _("How to work with me"), [Columns([left, right], (1, 1)), *rules]


def _formulation(plan: Plan) -> Part:
    parts = prose(plan.formulation, TYPE.body)
    if plan.direction.strip():
        parts += labelled(_("Where this goes."), plan.direction, TYPE.body)
    return _("What is going on and why"), parts


def _goals(plan: Plan) -> Part:
    title = _("Goals")
    if not plan.goals:
        return title, [Text(_("No goal is agreed yet."), TYPE.body)]
    columns = [
        Column(_("Goal, in their words"), share=1.3, bold=True),
        Column(_("How we shall know"), share=1),
        fitted(
            _("By when"), [dated(g.target_on, plan.imprint.issued_on) for g in plan.goals], TYPE
        ),
        Column(_("How it goes"), width=104),
    ]
    rows = [
        (
            goal_words(goal, TYPE),
            _measure(goal),
            dated(goal.target_on, plan.imprint.issued_on),
            chip(goal.status, TYPE),
        )
        for goal in plan.goals
    ]
    return title, [Table(columns, rows, TYPE), *steps(plan.goals, TYPE)]


def _measure(goal: GoalLine) -> Cell:
    parts: list[Block] = [Text(started(goal.measure), TYPE.cell, kind="")]
    if goal.baseline:
        words = _("At the start: {baseline}", baseline=goal.baseline)
        parts.append(Text(Run(words, colour=SOFT), TYPE.cell, kind=""))
    return parts


def _actions(plan: Plan) -> Part:
    if not plan.actions:
        return _("Actions"), [Text(_("No open actions."), TYPE.body)]
    listed = listed_actions(plan.actions, TYPE, plan.imprint.issued_on)
    return _("Actions"), [listed, *balance_line(plan)]


def _offers(plan: Plan) -> Part:
    if not plan.offers:
        return _("What agencies offer"), [Text(_("No offer is recorded."), TYPE.body)]
    columns = [
        Column(_("Agency"), share=1, bold=True),
        Column(_("Offer"), share=1.6),
        Column(_("When"), share=0.9),
        Column(_("How it stands"), width=104),
    ]
    rows = [
        (offer.agency, _offered(offer), offer.period or started(""), chip(offer.status, TYPE))
        for offer in plan.offers
    ]
    return _("What agencies offer"), [Table(columns, rows, TYPE)]


def _offered(offer: OfferLine) -> Cell:
    parts: list[Block] = [Text(started(offer.what), TYPE.cell, kind="")]
    if offer.conditions:
        parts.append(Text(Run(offer.conditions, colour=SOFT), TYPE.cell, kind=""))
    return parts


def _home(plan: Plan) -> Part:
    lines = [[Run(words)] for words in plan.home]
    return _("A home must allow for"), bullets(lines, TYPE.body)


def _risks(plan: Plan) -> Part:
    strengths = [subsection(_("Strengths")), *level_lines(plan.strengths, TYPE.body)]
    risks = [subsection(_("Risks")), *level_lines(plan.risks, TYPE.body)]
    return _("Strengths and risks"), [Columns([strengths, risks], (1, 1))]


def _barriers(plan: Plan) -> Part:
    lines = [barrier_line(barrier) for barrier in plan.barriers]
    parts = bullets(lines, TYPE.body) or [Text(_("No barrier is recorded."), TYPE.body)]
    if plan.escalations:
        parts.append(escalation_table(plan.escalations, TYPE, plan.imprint.issued_on))
    return _("Barriers and escalations"), parts


def _harder(plan: Plan) -> Part:
    return _("If things get harder"), harder(plan, TYPE.body)


def _unknowns(plan: Plan) -> Part:
    return _("What we do not know"), said(plan.unknowns, TYPE.body)


def _since(plan: Plan) -> Part:
    """Edits made after the version was agreed: shown as such, not part of what was agreed."""
    title = _("Changed since it was agreed")
    today = plan.imprint.issued_on
    lines = [[*_when(change, today), Run(change.text)] for change in plan.since_agreed]
    return title, bullets(lines, TYPE.body)


def _when(change: ChangeLine, today: date) -> list[Run]:
    return [Run(dated(change.on, today) + ": ", bold=True)] if change.on else []


def _versions(plan: Plan) -> Part:
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
    return title, [Table(columns, rows, TYPE)]


def _more(plan: Plan) -> Part:
    parts: list[Block] = []
    for topic in plan.more:
        parts += labelled(topic.title + ".", topic.text, TYPE.body)
    return _("More"), parts
