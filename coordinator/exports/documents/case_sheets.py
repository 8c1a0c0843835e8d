"""Sheets of the pack, one side each: a person on the list, a referral, a closure."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.papers.imprint import Fact, Tone
from coordinator.domain.papers.pack import CaseSheet, ClosureSheet, ReferralSheet
from coordinator.domain.papers.plan import GoalLine
from coordinator.exports.documents.actions import sheet_actions
from coordinator.exports.documents.not_settled import after, beside
from coordinator.exports.documents.opening import (
    dated,
    facts,
    flush,
    hidden,
    labelled,
    listed,
    minor,
)
from coordinator.exports.documents.plan_parts import barrier_line, level_lines
from coordinator.exports.documents.sheet_cuts import CUTS, Cut, few, few_words, with_short_texts
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Columns, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tokens import Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.agendas import left_out
from coordinator.wording.dates import days
from coordinator.wording.translation import _, ngettext


def case_sheet(whole: CaseSheet, type_: Type, today: date, cut: Cut = CUTS[0]) -> list[Block]:
    """One person: what changed, what is open, what the panel is asked."""
    if whole.is_bare:
        return _bare(whole, type_)
    case, body, levels = with_short_texts(whole, cut), type_.body, cut.levels
    changes, more = few(case.changes, cut.changes, type_.small)
    return [
        _heading(case, type_),
        facts(_case_facts(case, today), type_, columns=3),
        *beside(case.unsettled, type_.small, "P"),
        *_said_first(case, type_),
        *(minor(_("Since last time"), type_), *listed(changes, body), *more),
        *(labelled(_("Needs."), case.needs_which, body) if case.needs_which else []),
        Columns(
            [
                [
                    minor(_("Strengths"), type_),
                    *level_lines(case.strengths, body, today, levels, _("Not yet asked.")),
                ],
                [minor(_("Risks"), type_), *level_lines(case.risks, body, today, levels)],
            ],
            (1, 1),
        ),
        *_goals(case.goals, type_, cut.goals),
        *_actions(case, type_, today, cut.actions),
        *_stuck(case, type_, today, cut.stuck),
        *_known(case, type_, cut.known),
        *_asked(case, type_),
    ]


def _bare(case: CaseSheet, type_: Type) -> list[Block]:
    known = [
        Fact(_("Lead professional"), case.lead or _("Lead to agree")),
        Fact(_("Information basis"), case.basis),
    ]
    return [
        _heading(case, type_),
        facts(known, type_, columns=2),
        Text(left_out(), type_.body),
        *_asked(case, type_),
    ]


def _heading(sheet: CaseSheet | ReferralSheet | ClosureSheet, type_: Type) -> Text:
    """The full name, which stands here only; the side bar has the initials."""
    return Text(
        f"{sheet.reference} {sheet.name or sheet.initials}".strip(),
        type_.section,
        "H3",
        key=f"person-{sheet.reference}",
        bookmark=2,
        bookmark_as=hidden(sheet.reference, sheet.initials),
    )


def _case_facts(case: CaseSheet, today: date) -> list[Fact]:
    stands = ", ".join(part for part in (case.status.text, case.phase) if part)
    stands = "; ".join(part for part in (stands, case.needs) if part)
    return [
        Fact(_("Lead professional"), case.lead or _("Lead to agree")),
        Fact(_("Where it stands"), stands),
        Fact(_("On the list"), days(case.days_on_list)),
        Fact(_("Last seen"), dated(case.last_seen, today)),
        Fact(_("Information basis"), case.basis),
        Fact(_("Next review"), dated(case.next_review, today)),
    ]


def _said_first(case: CaseSheet, type_: Type) -> list[Block]:
    """Warnings, in the words they were recorded in."""
    if not case.warnings:
        return []
    body = flush(type_.body)
    lead = Text([Run(_("Please know first."), bold=True)], body)
    return [Panel([lead, *bullets(case.warnings, body)], Tone.WARN, pad=body.size * 0.7)]


def _goals(goals: Sequence[GoalLine], type_: Type, most: int = Cut().goals) -> list[Block]:
    if not goals:
        return [minor(_("Goals"), type_), Text(_("No goal is agreed yet."), type_.body)]
    shown, more = few(goals, most, type_.small)
    lines = bullets([_goal(goal) for goal in shown], type_.body)
    return [minor(_("Goals"), type_), *lines, *more]


def _goal(goal: GoalLine) -> list[Run]:
    runs = [Run(goal.own_words or goal.panel_words, bold=True)]
    if status := goal.status.text:
        runs.append(Run(f" ({status})"))
    return [*runs, *after(goal.unsettled)]


def _actions(case: CaseSheet, type_: Type, today: date, most: int) -> list[Block]:
    heading = minor(_("Open actions"), type_)
    others = case.actions_left_out
    told = ngettext(
        "{count} action of others is left out of this copy.",
        "{count} actions of others are left out of this copy.",
        others,
    )
    left_out = [Text(told, type_.small)] if others else []
    if not case.actions:
        return [heading, *(left_out or [Text(_("No open actions."), type_.body)])]
    shown, more = few(case.actions, most, type_.small)
    return [heading, sheet_actions(shown, type_, today), *more, *left_out]


def _stuck(case: CaseSheet, type_: Type, today: date, most: int) -> list[Block]:
    lines = [barrier_line(barrier, today) for barrier in case.barriers]
    for line in case.escalations:
        answer = line.answer or line.status.text
        runs = [Run(f"{line.reference}: ", bold=True), Run(line.ask)]
        lines.append([*runs, Run(f" ({'; '.join(p for p in (line.to, answer) if p)})")])
    if not lines:
        return []
    shown, more = few(lines, most, type_.small)
    return [minor(_("What stands in the way"), type_), *bullets(shown, type_.body), *more]


def _known(sheet: CaseSheet | ReferralSheet, type_: Type, most: int = Cut().known) -> list[Block]:
    """What agencies answered before, whether children may be affected, which forums know."""
    parts: list[Block] = []
    if sheet.known_to:
        parts += labelled(_("Asked before the meeting."), sheet.known_to, type_.body)
    if isinstance(sheet, CaseSheet) and (said := (*sheet.scored, *sheet.assessed)):
        name = _("Assessed.") if sheet.scored else _("Assessed elsewhere.")
        parts += labelled(name, few_words(said, most), type_.body)
    if sheet.children:
        parts += labelled(_("Children."), sheet.children, type_.body)
    if sheet.elsewhere:
        parts += labelled(_("Other forums."), few_words(sheet.elsewhere, most), type_.body)
    return parts


def _asked(case: CaseSheet, type_: Type) -> list[Block]:
    body = flush(type_.body)
    parts = labelled(_("The question for the panel."), case.question, body)
    if case.last_decision.strip():
        parts += labelled(_("Last decision."), case.last_decision, body)
    return [Panel(parts, Tone.NOTE, pad=body.size * 0.7)]


def referral_sheet(referral: ReferralSheet, type_: Type, today: date) -> list[Block]:
    """Somebody the panel is asked to take on, with the referrer's offer."""
    told = (
        (_("Why now."), referral.why_now),
        (_("What has been tried."), referral.tried),
        (_("Risk."), referral.risk),
        (_("Their own view."), referral.own_view),
    )
    known = [
        Fact(_("Referred by"), referral.referrer),
        Fact(_("Received"), dated(referral.received_on, today)),
        Fact(_("Information basis"), referral.basis),
    ]
    if referral.is_bare:
        grid = facts(known, type_, columns=3)
        return [_heading(referral, type_), grid, Text(left_out(), type_.body)]
    earlier = Fact(_("On the list before"), referral.earlier or _("No"))
    return [
        _heading(referral, type_),
        facts([*known, earlier], type_, columns=4),
        *beside(referral.unsettled, type_.small, "P"),
        *(block for label, value in told for block in labelled(label, value, type_.body)),
        *_known(referral, type_),
        minor(_("Criteria met"), type_),
        *listed(referral.criteria, type_.body),
        Panel(
            labelled(_("What the referrer will keep doing."), referral.offer, flush(type_.body)),
            Tone.NOTE,
            pad=type_.body.size * 0.7,
        ),
    ]


def closure_sheet(closure: ClosureSheet, type_: Type) -> list[Block]:
    """Somebody who may be ready to step down."""
    told = (
        (_("Why."), closure.reason),
        (_("What risk remains, and who holds it."), closure.remaining_risk),
        (_("Whom to ring."), closure.who_to_ring),
        (_("Have they been told?"), closure.person_told),
        (_("What we learned."), closure.learning),
    )
    lead = Fact(_("Lead professional"), closure.lead or _("Lead to agree"))
    return [
        _heading(closure, type_),
        facts([lead], type_, columns=2),
        *beside(closure.unsettled, type_.small, "P"),
        *(block for label, value in told for block in labelled(label, value, type_.body)),
        *_goals(closure.goals, type_),
    ]
