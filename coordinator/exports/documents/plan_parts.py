"""Parts of a plan that its full paper and its page share."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.papers.imprint import Label, Tone
from coordinator.domain.papers.plan import BarrierLine, GoalLine, LevelLine, OfferLine, Plan
from coordinator.exports.documents.not_settled import after, beside
from coordinator.exports.documents.opening import flush, started
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.figures import Step, Steps
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Chip, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tables import Cell
from coordinator.exports.layout.tokens import SOFT, Style, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day, long_day
from coordinator.wording.translation import _
from coordinator.wording.unsettled import mark_words


def said(value: str, style: Style) -> list[Block]:
    """One line as a paragraph, several as a list; *Not recorded* when there is nothing."""
    lines = paragraphs(value)
    if len(lines) > 1:
        return bullets(lines, style)
    return [Text(lines[0] if lines else started(""), style)]


def stage(plan: Plan, type_: Type) -> Panel:
    """Which version this is, when and where it was agreed, and whether it changed since."""
    body = flush(type_.body)
    if plan.agreed_on is None:
        lead = plan.status.text or _("Not agreed yet")
        lines = [Text([Run(f"{lead}. ", bold=True), Run(_("No version is agreed yet."))], body)]
        return Panel(lines, Tone.WARN)
    lead = _("Version {version}, agreed {day}", version=plan.version, day=long_day(plan.agreed_on))
    at = _(" at {meeting}.", meeting=plan.agreed_at) if plan.agreed_at else "."
    changed = _("Changed since: see the end.") if plan.since_agreed else _("Not changed since.")
    return Panel(
        [Text([Run(lead, bold=True), Run(at + " "), Run(changed)], body)],
        Tone.NOTE if plan.since_agreed else Tone.GOOD,
    )


def for_few(plan: Plan, type_: Type) -> list[Block]:
    """Say what of the plan few may read, so that nobody passes it on unawares."""
    if not plan.kept_back.strip():
        return []
    lead = Run(_("Not for everybody.") + " ", bold=True)
    return [Text([lead, Run(plan.kept_back)], type_.small)]


def not_settled(plan: Plan, type_: Type, *, brief: bool = False) -> list[Block]:
    """Say what two people wrote differently: nobody takes what is printed for agreed.

    Where there is room, what each of them wrote in the plan's own texts follows.
    """
    if not plan.unsettled.strip():
        return []
    lead = Run(_("Not settled.") + " ", bold=True)
    both = [mark_words(one) for one in plan.both if one.by and not brief]
    return [
        Text([lead, Run(plan.unsettled)], type_.small),
        *bullets([[Run(words)] for words in both], type_.small),
    ]


def goal_words(goal: GoalLine, type_: Type) -> Cell:
    """The goal in the person's words, the panel's under it."""
    parts: list[Block] = [Text(started(goal.own_words), type_.cell, kind="")]
    if goal.domain:
        parts.append(Text(Run(goal.domain, colour=SOFT), type_.cell, kind=""))
    if goal.panel_words:
        parts.append(Text(Run(goal.panel_words, bold=False, colour=SOFT), type_.cell, kind=""))
    return [*parts, *beside(goal.unsettled, type_.cell)]


def steps(goals: Sequence[GoalLine], type_: Type) -> list[Block]:
    """The chart of then and now, for the goals that have both."""
    known = [
        Step(goal.domain or goal.own_words, goal.step_then, goal.step_now)
        for goal in goals
        if goal.step_then is not None and goal.step_now is not None
    ]
    caption = _("From 0, hard, to 10, going well: the open circle is then, the filled one now.")
    return [Group([Text(caption, type_.small), Steps(known, type_)])] if known else []


def level_lines(
    lines: Sequence[LevelLine], style: Style, today: date, most: int = 0, empty: str = ""
) -> list[Block]:
    """Risks or strengths, each with its level; with `most`, how many more there are."""
    if not lines:
        return [Text(started(empty), style)]
    shown = lines[:most] if most else lines
    blocks = bullets([_level(line, today) for line in shown], style)
    return [*blocks, *more(len(lines) - len(shown), style)]


def _level(line: LevelLine, today: date) -> list[Run]:
    review = _("review {day}", day=day(line.review_on, today)) if line.review_on else ""
    besides = ", ".join(part for part in (line.level, line.source, review) if part)
    runs = [Run(line.text)]
    if besides:
        runs.append(Run(f" ({besides})", colour=SOFT))
    return [*runs, *after(line.unsettled)]


def offer_line(offer: OfferLine) -> list[Run]:
    """An offer on one line."""
    runs = [Run(offer.agency + ": ", bold=True), Run(offer.what)]
    besides = ", ".join(part for part in (offer.period, offer.status.text) if part)
    told = [Run(f" ({besides})", colour=SOFT)] if besides else []
    return [*runs, *told, *after(offer.unsettled)]


def barrier_line(barrier: BarrierLine, today: date) -> list[Run]:
    """A barrier on one line."""
    runs = [Run(barrier.category, bold=True)]
    if barrier.text:
        runs.append(Run(": " + barrier.text))
    since = day(barrier.since, today) if barrier.since else ""
    besides = ", ".join(part for part in (barrier.agency, since, barrier.status.text) if part)
    told = [Run(f" ({besides})", colour=SOFT)] if besides else []
    return [*runs, *told, *after(barrier.unsettled)]


def more(count: int, style: Style) -> list[Block]:
    """Say how many are left out here; nothing is left out in silence."""
    if count <= 0:
        return []
    return [Text(Run(_("And {count} more in the full plan.", count=count), colour=SOFT), style)]


def chip(label: Label, type_: Type) -> Block:
    """A status, or that there is none."""
    return Chip(label, type_.chip) if label.text else Text(started(""), type_.cell, kind="")


def harder(plan: Plan, style: Style) -> list[Block]:
    """Warning signs, what to do then, whom to ring."""
    parts = (
        (_("Warning signs."), plan.warning_signs, Tone.WARN),
        (_("Then do this."), plan.contingency, Tone.BAD),
        (_("Ring."), plan.ring, Tone.NOTE),
    )
    return [_signal(label, value, style, tone) for label, value, tone in parts]


def _signal(label: str, value: str, style: Style, tone: Tone) -> Panel:
    first, *others = paragraphs(value) or [started("")]
    flat = flush(style)
    lead = Text([Run(label + " ", bold=True), Run(first)], flat)
    return Panel([lead, *(Text(part, flat) for part in others)], tone, pad=flat.size * 0.7)
