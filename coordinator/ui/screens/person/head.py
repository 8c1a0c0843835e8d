"""The head of a person's page: who this is, what to know first, and where things stand."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.people.safety import WarningRow
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.states import BasisStatus, CaseStatus, RiskStatus
from coordinator.ui.kit.boxes import card, column, fact, flow, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.tokens import XL, M, Tone
from coordinator.ui.kit.words import full
from coordinator.ui.screens.person import missing
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Wished, link
from coordinator.ui.screens.person.steps import Step, current_case, current_lead
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.access import left_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.seeing import seen_ago
from coordinator.wording.sharing import tied_to
from coordinator.wording.translation import _


def head(opened: OpenedPerson, wished: Wished) -> QFrame:
    """Build the head: warnings first, in neutral words."""
    one = opened.page
    name = full(one.person.name, one.person.reference)
    return card(
        column(heading(name, "title"), label(_who(opened), "quiet", wraps=True), gap=2),
        flow(*[Chip(mark) for mark in _marks(opened)]),
        *_safety(opened, wished),
        flow(*[fact(title, said) for title, said in _facts(opened)], gap=XL),
        gap=M,
    )


def basis_words(opened: OpenedPerson) -> str:
    """Say what the person was told and whether the basis is recorded."""
    basis = opened.page.sharing.basis
    if basis.status is BasisStatus.RECORDED and basis.facts.told_on is not None:
        day = dates.day(basis.facts.told_on, opened.today)
        return _("Told about the panel {day}; basis recorded", day=day)
    return words_for(basis.status)


def _who(opened: OpenedPerson) -> str:
    one, details = opened.page, opened.page.details
    told = [details.pronouns]
    if one.person.born_on is not None:
        years = dates.age(one.person.born_on, opened.today)
        born = dates.plain_day(one.person.born_on)
        told.append(_("Born {day}, aged {years}", day=born, years=years))
    elif details.estimated_age:
        told.append(_("About {years} years old", years=details.estimated_age))
    told.append(one.person.reference)
    if one.aliases:
        names = ", ".join(alias.name for alias in one.aliases)
        told.append(_("Also known as {names}", names=names))
    return ". ".join(filter(None, told))


def _marks(opened: OpenedPerson) -> Iterable[Mark]:
    one = opened.page
    if one.details.died_on is not None:
        yield Mark(_("Died {day}", day=dates.plain_day(one.details.died_on)))
    for words in missing.said(opened):
        yield Mark(words, Tone.CAREFUL, "eye")
    is_recorded = one.sharing.basis.status is BasisStatus.RECORDED
    yield Mark(
        basis_words(opened),
        Tone.NEUTRAL if is_recorded else Tone.CAREFUL,
        "info" if is_recorded else "circle-alert",
    )
    for exclusion in one.sharing.exclusions:
        who = exclusion.worker or exclusion.agency
        yield Mark(_("Not to be told: {agency}", agency=who), Tone.CAREFUL, "link-2-off")
    for tie in one.around.not_discussed_with:
        words = _("Do not discuss with {name}", name=tied_to(tie))
        yield Mark(words, Tone.CAREFUL, "link-2-off")
    if (asked := opened.access) is not None:
        words = _("Asked to see what is held: {left}", left=left_words(asked))
        yield Mark(words, Tone.CAREFUL, "eye")
    yield from _marks_of_case(opened)
    if one.overdue_actions:
        words = _("{count} overdue", count=one.overdue_actions)
        yield Mark(words, Tone.URGENT, "triangle-alert")


def _marks_of_case(opened: OpenedPerson) -> Iterable[Mark]:
    case = current_case(opened.page)
    if case is None:
        return
    if not leader(opened.page):
        yield Mark(_("Lead to agree"), Tone.CAREFUL, "user-round-x")
    if case.status is CaseStatus.PAUSED:
        day = dates.day(case.look_again_on, opened.today)
        yield Mark(_("Paused, look again {day}", day=day), Tone.CAREFUL, "circle-pause")


def leader(page: PersonPage) -> str:
    """Name who leads, with their agency; nobody when they have left."""
    case = current_case(page)
    found = current_lead(case) if case else None
    if found is None or found.has_left:
        return ""
    return ", ".join(filter(None, (found.professional, found.agency)))


def _facts(opened: OpenedPerson) -> Iterable[tuple[str, str]]:
    one, today = opened.page, opened.today
    case = current_case(one)
    yield _("Lead professional"), leader(one) or (_("To agree") if case else _("None"))
    yield _("Staying at"), one.details.place or one.details.usual_places or dates.not_recorded()
    if case is not None:
        yield _("On the panel since"), dates.plain_day(case.opened_on)
        yield _("Phase"), words_for(case.phase)
        yield _("Next review"), dates.day(case.next_review_on, today)
        if case.priority is not None:
            yield _("Priority"), words_for(case.priority)
    elif one.cases:
        yield _("Case closed"), dates.plain_day(one.cases[0].closed_on)
    yield _("Last seen"), seen_ago(one.last_seen_on, today)
    if one.details.communication:
        yield _("Communication"), one.details.communication


def _safety(opened: OpenedPerson, wished: Wished) -> list[QFrame]:
    notes = opened.page.safety.warnings
    standing = [note for note in notes if note.status is not RiskStatus.ENDED]
    return [_warning(note, opened, wished) for note in standing]


def _warning(warning: WarningRow, opened: OpenedPerson, wished: Wished) -> QFrame:
    source = warning.source or warning.noted_by
    review = dates.day(warning.note.review_on, opened.today)
    about = _("From {source}. To be looked at again {day}", source=source, day=review)
    if warning.review_is_due:
        about = _("From {source}. Its review was due {day}", source=source, day=review)
    words = column(
        label(warning.note.text, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0
    )
    may = Step.WARNING in opened.steps
    links = note_links(warning, warning.note.text, wished) if may else ()
    if shown := (*kept_back(warning.sensitivity), *links):
        words.addWidget(flow(*shown))
    return ruled(sign("shield-alert"), widened(holder(words)))


def note_links(row: object, text: str, wished: Wished) -> tuple[QWidget, QWidget]:
    """Make what can be done with a warning or a risk."""
    return (
        link(_("It still holds"), wished, Step.REVIEW_NOTE, row, of=text),
        link(_("It no longer holds"), wished, Step.END_NOTE, row, of=text),
    )
