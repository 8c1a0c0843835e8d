"""My plan as plain text: for a screen reader, a telephone, or somebody who reads it aloud."""

from collections.abc import Iterator

from coordinator.domain.papers.own_plan import OwnPlanPaper, OwnSection
from coordinator.exports.layout.safety import one_line
from coordinator.wording.dates import long_day
from coordinator.wording.own_plans import VIEWS
from coordinator.wording.translation import _


def own_plan_text(plan: OwnPlanPaper, copy: str = "") -> bytes:
    """Write it: one sentence to a line, an empty line before each part.

    Args:
        plan: What it says.
        copy: Number of the copy, for its last line.
    """
    lines = [*_lines(plan), *(("", copy) if copy else ())]
    return ("\r\n".join(map(one_line, lines)) + "\r\n").encode()


def _lines(plan: OwnPlanPaper) -> Iterator[str]:
    yield from _head(plan)
    for one in plan.before:
        yield from _section(one)
    if plan.deeds:
        yield from ("", _("What will happen").upper())
        for deed in plan.deeds:
            said = [deed.who, deed.what, _("By {day}", day=deed.by) if deed.by else ""]
            yield "[ ] " + ". ".join(part.rstrip(".") for part in said if part) + "."
    for one in plan.after:
        yield from _section(one)
    yield from ("", _("If I need help now").upper(), *plan.ring)
    if plan.hard:
        yield from ("", _("Hard words").upper())
        yield from (f"{one.word}: {one.meaning}" for one in plan.hard)
    yield from ("", _("What I think of my plan").upper())
    yield from (
        f"[{'x' if view is plan.view else ' '}] {_(words)}" for view, words in VIEWS.items()
    )


def _head(plan: OwnPlanPaper) -> Iterator[str]:
    yield from (_("My plan"), plan.called, plan.imprint.handling, "")
    yield _("It was written on {day}.", day=long_day(plan.made_on))
    if plan.lead:
        yield _("{name} looks after my plan.", name=plan.lead)
    if plan.lead and plan.lead_phone:
        yield _("I can ring {name} on {phone}.", name=plan.lead, phone=plan.lead_phone)
    if plan.signed_by:
        yield _("{name} signed my plan.", name=plan.signed_by)


def _section(one: OwnSection) -> Iterator[str]:
    if any(words.strip() for words in one.sentences):
        yield from ("", one.title.upper(), *one.sentences)
