"""What the person asked for and was answered, and how the actions are balanced, in a plan."""

from datetime import date

from coordinator.domain.papers.plan import Plan, WishLine
from coordinator.exports.documents.opening import dated, started
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day
from coordinator.wording.translation import _, ngettext


def asked_and_answered(plan: Plan, type_: Type) -> tuple[str, list[Block]]:
    """The section: every wish with who answers by when, or the answer; nothing when none is."""
    title = _("You asked, we answered")
    if not plan.wishes:
        return title, []
    today = plan.imprint.issued_on
    columns = [
        Column(_("You asked, in your words"), share=1.2, bold=True),
        fitted(_("When"), [dated(one.asked_on, today) for one in plan.wishes], type_),
        Column(_("What we answer"), share=1.4),
        Column(_("Who answers"), share=1),
    ]
    rows = [
        (
            one.words,
            dated(one.asked_on, today),
            _answer(one, type_, today),
            one.owner or started(""),
        )
        for one in plan.wishes
    ]
    return title, [Table(columns, rows, type_)]


def asked_words(plan: Plan) -> str:
    """How much of what they asked for waits for an answer, for the plan on a page."""
    count = sum(not one.answer for one in plan.wishes)
    if not count:
        return ""
    return ngettext("{count} wish not answered yet.", "{count} wishes not answered yet.", count)


def waiting_line(wish: WishLine, today: date, longest: int) -> list[Run]:
    """What was asked, on one line of so many letters, then who answers by when."""
    said = one_line(wish.words)
    if len(said) > longest:
        said = f"{said[:longest].rsplit(' ', 1)[0]} …"
    owed = [wish.owner] if wish.owner else []
    if wish.answer_by:
        owed.append(_("by {day}", day=dated(wish.answer_by, today)))
    words = [Run(_("“{words}”", words=said), bold=True)]
    return [*words, Run(f" ({', '.join(owed)})", colour=SOFT)] if owed else words


def balance_line(plan: Plan, type_: Type) -> list[Block]:
    """One quiet line on what the open actions do; nothing where there are none."""
    return [Text(Run(plan.balance, colour=SOFT), type_.small)] if plan.balance else []


def _answer(wish: WishLine, type_: Type, today: date) -> Cell:
    if not wish.answer:
        by = dated(wish.answer_by, today) if wish.answer_by else ""
        words = _("Not answered yet; by {day}", day=by) if by else _("Not answered yet")
        return [Text(Run(words), type_.cell, kind="")]
    parts: list[Block] = [Text(wish.answer, type_.cell, kind="")]
    on = day(wish.answered_on, today)
    told = _("Answered {day}, and told", day=on) if wish.is_told else _("Answered {day}", day=on)
    return [*parts, Text(Run(told, colour=SOFT), type_.cell, kind="")]
