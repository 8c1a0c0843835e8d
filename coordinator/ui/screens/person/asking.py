"""Which form each step of a person's page puts, and the act its answers lead to; no Qt."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.need_to_know.sharing import ExclusionRow
from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.people.around import ForumRow, TieRow
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.safety import RiskRow, StrengthRow, WarningRow
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.person.pages import AliasRow, IdentifierRow, PersonPage
from coordinator.ui.kit.asks import Question
from coordinator.ui.screens.person import (
    acts,
    around_questions,
    assessment_questions,
    death_questions,
    detail_questions,
    missing,
    needs_questions,
    questions,
    safety_questions,
    sharing_questions,
    stuck_questions,
    voice_questions,
)
from coordinator.ui.screens.person.opened import Offered, OpenedPerson
from coordinator.ui.screens.person.steps import Step, current_case, current_lead
from coordinator.ui.shared.asking import Act, Asking
from coordinator.ui.shared.held_back import without_held_back
from coordinator.ui.shared.who_may_see import with_who_may_see

Put = tuple[Question, Act]
_ROWS = (
    AliasRow,
    IdentifierRow,
    RiskRow,
    StrengthRow,
    WarningRow,
    ActionRow,
    *voice_questions.ROWS,
    *around_questions.ROWS,
    *assessment_questions.ROWS,
    *needs_questions.ROWS,
    ExclusionRow,
)
_MADE = frozenset(
    {
        Step.CONTACT,
        Step.STRENGTH,
        Step.BARRIER,
        Step.WISH,
        Step.MISSING,
        Step.ALIAS,
        Step.NUMBER,
        Step.ASSESSMENT,
        Step.NEEDS,
    }
)
"""Steps that make an entry, whose form asks at its end who may see it."""
_REVISED = (
    WarningRow,
    RiskRow,
    WishRow,
    CommsRow,
    ForumRow,
    TieRow,
    AssessmentRow,
    EnquiryRow,
)
_GIVE_REASONS = frozenset({Step.HAND_OVER, Step.PHASE, Step.CLOSE, Step.ENQUIRY})


def ask(
    asking: Asking, opened: OpenedPerson, offered: Offered, step: Step, about: object = None
) -> None:
    """Put the form of a step; nothing is put where things have moved on meanwhile."""
    put = missing.put_of(opened, step) or death_questions.put_of(opened, step, about)
    may_restrict = offered.may_restrict and step in _MADE
    if put is not None:
        question, act, seen = put
        question = with_who_may_see(question, may_restrict=may_restrict)
        asking.put(question, act, about=opened.page.person.id, seen=seen)
        return
    found = (
        _about_row(opened, step, about)
        or voice_questions.put_about(opened, offered, step, about)
        or sharing_questions.put_about(step, about)
        or around_questions.put_about(step, about, may_restrict=offered.may_restrict)
        or assessment_questions.put_about(offered.directory, step, about)
        or needs_questions.put_about(step, about)
        if about is not None
        else _of_case(opened, offered, step)
        or _of_person(opened.page, offered, step)
        or voice_questions.put_new(opened, offered, step)
        or sharing_questions.put_new(opened.page, offered, step, opened.today)
        or around_questions.put_new(
            opened.page.person.id, step, offered.people, may_restrict=offered.may_restrict
        )
        or assessment_questions.put_new(opened.page.person.id, offered.directory, step)
        or needs_questions.put_new(opened, offered, step)
    )
    if found is not None:
        question, act = found
        question = with_who_may_see(question, may_restrict=may_restrict)
        seen = _seen(opened.page, step, about)
        record = about.id if isinstance(about, _ROWS) else opened.page.person.id
        asking.put(question, act, about=record, seen=seen, reasons=step in _GIVE_REASONS)


def _seen(page: PersonPage, step: Step, about: object) -> int:
    if isinstance(about, _REVISED):
        return about.revision
    of_basis = step in sharing_questions.OF_BASIS
    return page.sharing.basis.revision if of_basis else page.person.revision


def _of_case(opened: OpenedPerson, offered: Offered, step: Step) -> Put | None:
    if step is Step.REOPEN and opened.page.cases:
        return questions.reopen(), partial(acts.reopening, opened.page.cases[0].id)
    if step is Step.CONTACT:
        last = next(iter(opened.contacts.rows), None)
        return questions.contact(offered, last), partial(acts.logging, opened.page.person.id)
    case = current_case(opened.page)
    if case is None:
        return None
    return _of_lead(case, offered, step) or _of_period(case, offered, step)


def _of_lead(case: CasePeriod, offered: Offered, step: Step) -> Put | None:
    lead = current_lead(case)
    if step is Step.AGREE_LEAD:
        return questions.agree_lead(offered), partial(acts.agreeing_lead, case.id)
    if step is Step.HAND_OVER and lead is not None:
        question = questions.hand_over(offered, lead.professional)
        return question, partial(acts.handing_over, case.id)
    if step is Step.END_LEAD and lead is not None:
        return questions.end_lead(lead.professional), partial(acts.ending_lead, case.id)
    return None


def _of_period(case: CasePeriod, offered: Offered, step: Step) -> Put | None:
    plain: dict[Step, tuple[Callable[[], Question], Callable[..., acts.Act]]] = {
        Step.PHASE: (partial(questions.phase, case), acts.moving_phase),
        Step.REVIEW: (partial(questions.review, case), acts.setting_review),
        Step.PRIORITY: (
            partial(questions.priority, case, offered.directory.panel),
            acts.setting_priority,
        ),
        Step.PAUSE: (questions.pause, acts.pausing),
        Step.RESUME: (questions.resume, acts.resuming),
        Step.CLOSE: (questions.close, acts.closing),
    }
    if step not in plain:
        return None
    question, act = plain[step]
    return question(), partial(act, case.id)


def _of_person(page: PersonPage, offered: Offered, step: Step) -> Put | None:
    if step in _CORRECTED:
        question = without_held_back(_CORRECTED[step](page), page.held)
        return question, partial(acts.correcting, page.person.id, question)
    made: dict[Step, tuple[Callable[[], Question], Callable[..., acts.Act]]] = {
        **_PLAIN,
        Step.WARNING: (partial(safety_questions.warning, offered), acts.warning),
        Step.BARRIER: (partial(stuck_questions.barrier, offered), stuck_questions.named),
        Step.RISK: (partial(safety_questions.risk, offered, page.safety), acts.risking),
    }
    if step not in made:
        return None
    plain, act = made[step]
    return plain(), partial(act, page.person.id)


_CORRECTED = {
    Step.NAMES: detail_questions.names,
    Step.REACH: detail_questions.reach,
    Step.ABOUT: detail_questions.about,
}
_PLAIN: dict[Step, tuple[Callable[[], Question], Callable[..., acts.Act]]] = {
    Step.ALIAS: (detail_questions.alias, acts.naming),
    Step.NUMBER: (detail_questions.number, acts.numbering),
    Step.DEATH: (detail_questions.death, acts.dying),
    Step.DEATH_WITHDRAWN: (detail_questions.death_withdrawn, acts.undying),
    Step.STRENGTH: (safety_questions.strength, acts.strengthening),
}


def _about_row(opened: OpenedPerson, step: Step, about: object) -> Put | None:
    if isinstance(about, WarningRow | RiskRow):
        return _about_note(opened, step, about)
    match step, about:
        case Step.DROP_ALIAS, AliasRow():
            return detail_questions.drop_alias(about), _on(acts.unnaming, about.id)
        case Step.DROP_NUMBER, IdentifierRow():
            return detail_questions.drop_number(about), _on(acts.unnumbering, about.id)
        case Step.DROP_STRENGTH, StrengthRow():
            return safety_questions.drop_strength(about), _on(acts.weakening, about.id)
    return None


def _about_note(opened: OpenedPerson, step: Step, row: WarningRow | RiskRow) -> Put:
    if step is Step.END_NOTE:
        return safety_questions.end(row), partial(acts.ending_note, row)
    question = safety_questions.look_again(row, opened.today)
    return question, partial(acts.reviewing, row, question)


def _on(act: Callable[..., acts.Act], record: UUID) -> Act:
    return partial(act, record)
