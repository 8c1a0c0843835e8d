"""What somebody was assessed with elsewhere: the card of their page."""

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.people.assessments import AssessmentRow
from coordinator.ui.kept_back import kept_back
from coordinator.ui.kit.boxes import card
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.wording import dates
from coordinator.wording.assessments import assessment_words
from coordinator.wording.translation import _


def assessments_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """List them, the latest first; what counts no more comes last."""
    may = Step.ASSESSMENT in opened.steps
    note = (
        [link(_("Note an assessment"), wished, Step.ASSESSMENT, of=_("Elsewhere"))] if may else []
    )
    rows = opened.page.assessments
    if not rows:
        return Line(_("No assessment made elsewhere is noted."), *note)
    return card(
        titled(_("Assessed elsewhere"), *note),
        *[_entry(one, opened, wished, may=may) for one in rows],
    )


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
