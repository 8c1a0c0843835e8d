"""What somebody was scored here and assessed with elsewhere: the card of their page."""

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.assessments.views import ToolHistory
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.ui.kit.boxes import card, flow
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.assessments import assessment_words
from coordinator.wording.scores import latest_words
from coordinator.wording.translation import _


def assessments_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """List them: what stands of the panel's own tools, then those made elsewhere."""
    may = Step.ASSESSMENT in opened.steps
    elsewhere = link(_("Note one made elsewhere"), wished, Step.ASSESSMENT, of=_("Assessments"))
    note = [elsewhere] if may else []
    go = link(_("Open the assessments"), wished, Step.SCORES)
    here = [go] if Step.SCORES in opened.steps else []
    rows, scored = opened.page.assessments, opened.page.scored
    if not (rows or scored):
        words = (
            _("Nothing was scored yet, here or elsewhere.")
            if here
            else _("No assessment made elsewhere is noted.")
        )
        return Line(words, *(here or note))
    title = _("Assessments") if scored or here else _("Assessed elsewhere")
    return card(
        titled(title, *(here or note)),
        *[_scored(one, opened) for one in scored],
        *[_entry(one, opened, wished, may=may) for one in rows],
        *([flow(*note)] if here and note else []),
    )


def _scored(history: ToolHistory, opened: OpenedPerson) -> QFrame:
    words = latest_words(history, opened.today)
    latest = history.latest
    if latest is None:
        return entry(history.tool.tool.name, (_("No score stands"),))
    return entry(words, (latest.purpose,), marks=kept_back(latest.sensitivity))


def _entry(one: AssessmentRow, opened: OpenedPerson, wished: Wished, *, may: bool) -> QFrame:
    about = [assessment_words(one, opened.today, with_tool=False), one.assessment.note]
    if one.ended_on is not None:
        day = dates.day(one.ended_on, opened.today)
        about += [_("Counts no more since {day}", day=day), one.end_reason]
    name = one.assessment.tool
    links = (
        (
            link(_("Change"), wished, Step.CHANGE_ASSESSMENT, one, of=name),
            link(_("It counts no more"), wished, Step.END_ASSESSMENT, one, of=name),
        )
        if may and one.ended_on is None
        else ()
    )
    marks = tuple(kept_back(one.assessment.sensitivity))
    return entry(name, tuple(filter(None, about)), *links, marks=marks)
