"""The cards beside the plan: contacts, details, the case."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.cases.rules import CasePeriod, LeadPeriod
from coordinator.domain.people.contacts import ContactRow
from coordinator.domain.states import CaseStatus
from coordinator.ui.kit.boxes import card, column, flow, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled, told
from coordinator.ui.screens.person.steps import Step, current_case
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.children import children_noted, children_words
from coordinator.wording.labels import inline
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _


def contact_lines(rows: Sequence[ContactRow], today: date) -> list[QWidget]:
    """Give a line for each contact; one that was written down late says so."""
    return [_contact(one, today) for one in rows]


def _contact(one: ContactRow, today: date) -> QFrame:
    at = one.at.astimezone(dates.HOME)
    when = _("{day} at {time}", day=dates.day(at.date(), today), time=dates.clock(one.at))
    where = ": ".join(filter(None, (f"{when}, {inline(one.type)}", one.place)))
    who = ", ".join(filter(None, (one.worker, one.agency)))
    if one.with_whom:
        who = _("{worker}, with {others}", worker=who, others=one.with_whom)
    late = Chip(Mark(_("Written down late"), Tone.NEUTRAL, "clock"))
    marks = (*_if(one.is_late, late), *kept_back(one.sensitivity))
    words = told((one.words, one.note, one.restricted_note))
    parts: list[QWidget] = [
        label(words_for(one.result), "strong", wraps=True),
        label(where, "quiet", wraps=True),
        *([label(words, wraps=True)] if words else []),
        label(who, "quiet", wraps=True),
        *([flow(*marks)] if marks else []),
    ]
    return ruled(widened(holder(column(*parts, gap=2))))


def details_card(opened: OpenedPerson, wished: Wished, change: QWidget | None) -> QWidget:
    """Show how somebody is reached and what else is known; only what is known."""
    lines = [_detail(opened, *fact) for fact in _details(opened) if fact[1].strip()]
    lines += _children(opened)
    names = [_other_name(opened, at, wished) for at in range(len(opened.page.aliases))]
    numbers = [_number(opened, at, wished) for at in range(len(opened.page.identifiers))]
    if not (lines or names or numbers):
        return Line(_("No details are recorded yet."), *_only(change))
    return card(titled(_("Details"), *_only(change)), *lines, *names, *numbers)


def _detail(opened: OpenedPerson, title: str, said: str, name: str) -> QWidget:
    words = label(_said(title, said), wraps=True)
    marks = kept_back(opened.level(opened.page.person.id, name)) if name else ()
    return holder(column(words, flow(*marks), gap=2)) if marks else words


def _details(opened: OpenedPerson) -> Iterable[tuple[str, str, str]]:
    """Give each detail: its name, what it says, and its column."""
    one = opened.page.details
    calls = {None: "", True: _("safe to call"), False: _("not safe to call")}[one.safe_to_call]
    yield _("Telephone"), ", ".join(filter(None, (one.phone, calls if one.phone else ""))), "phone"
    yield _("Safely in touch"), one.safe_contact, "safe_contact"
    interpreter = _("needs an interpreter") if one.needs_interpreter else ""
    yield _("Language"), ", ".join(filter(None, (one.language, interpreter))), "language"
    yield _("Usual places"), one.usual_places, "usual_places"
    yield _("Last known address"), one.address, "address"
    yield _("Housing"), words_for(one.housing) if one.housing else "", "housing"
    yield _("GP"), one.gp, "gp"
    affected = one.children_affected
    yield _("Children affected"), words_for(affected) if affected else "", ""
    yield _("Mobility"), one.mobility, "mobility"
    yield _("Pets"), one.pets, "pets"
    yield _("Gender"), one.gender, "gender"
    yield _("Ethnicity"), one.ethnicity, "ethnicity"
    yield _("Death: told by"), one.death_source, "death_source"
    yield _("Review that follows"), one.death_review, "death_review"


def _children(opened: OpenedPerson) -> list[QWidget]:
    """Say that children may be affected, and what shows that safeguarding knows."""
    one = opened.page.children
    noted = children_noted(one)
    lines: list[QWidget] = [label(noted, "quiet", wraps=True)] if noted else []
    if one.is_open:
        asked = Mark(_("Has safeguarding been told?"), Tone.CAREFUL, "circle-alert")
        how = _("Set an action of the kind safeguarding, or note the forum that knows.")
        lines = [flow(Chip(asked)), *lines, label(how, "quiet", wraps=True)]
    elif words := children_words(one):
        lines.append(label(words, "quiet", wraps=True))
    return lines


def _other_name(opened: OpenedPerson, at: int, wished: Wished) -> QWidget:
    one = opened.page.aliases[at]
    off = link(_("Take it off"), wished, Step.DROP_ALIAS, one, of=one.name)
    words, offs = _("Also known as {names}", names=one.name), _if(Step.ALIAS in opened.steps, off)
    return Line(words, *kept_back(one.sensitivity), *offs)


def _number(opened: OpenedPerson, at: int, wished: Wished) -> QWidget:
    one = opened.page.identifiers[at]
    off = link(_("Take it off"), wished, Step.DROP_NUMBER, one, of=one.issuer)
    offs = _if(Step.NUMBER in opened.steps, off)
    return Line(_said(one.issuer, one.value), *kept_back(one.sensitivity), *offs)


def case_card(opened: OpenedPerson, wished: Wished) -> QWidget:
    """Tell who leads and led, and every period on the panel."""
    cases = opened.page.cases
    if not cases:
        return Line(_("Not on the caseload."))
    lines: list[QWidget] = []
    for case in cases:
        lines += _period(case, opened, wished)
    return card(titled(_("On the panel")), *lines)


def _period(case: CasePeriod, opened: OpenedPerson, wished: Wished) -> Iterable[QWidget]:
    is_current = case is current_case(opened.page)
    words = dates.period(case.opened_on, case.closed_on)
    ended = words_for(case.close_reason) if case.close_reason else ""
    rests = ""
    if case.status is CaseStatus.PAUSED and case.pause_reason is not None:
        rests = _("Paused: {why}", why=inline(case.pause_reason))
    yield entry(
        words[:1].upper() + words[1:],
        (ended, case.close_note, _said(_("What we learned"), case.learning), rests),
        marks=kept_back(opened.level(case.id)),
    )
    for lead in case.leads:
        yield _lead(lead, opened, wished, is_current=is_current)


def _lead(lead: LeadPeriod, opened: OpenedPerson, wished: Wished, *, is_current: bool) -> QWidget:
    who = ", ".join(filter(None, (lead.professional, lead.agency)))
    period = dates.period(lead.from_on, lead.to_on)
    ended = inline(lead.ended) if lead.ended else ""
    waits = _("not accepted yet") if is_current and not (lead.to_on or lead.accepted_on) else ""
    about = ", ".join(filter(None, (_("Lead {period}", period=period), ended, waits)))
    accept = link(_("They accept"), wished, Step.ACCEPT_LEAD, of=lead.professional)
    can = bool(waits) and Step.ACCEPT_LEAD in opened.steps
    lines = column(label(who, wraps=True), label(about, "quiet", wraps=True), gap=0)
    if lead.phone and lead.to_on is None:
        lines.addWidget(label(lead.phone, "quiet", wraps=True))
    if can:
        lines.addWidget(flow(accept))
    return holder(lines)


def _said(title: str, said: str) -> str:
    return f"{title}: {said.strip()}" if said.strip() else ""


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _only(part: QWidget | None) -> tuple[QWidget, ...]:
    return (part,) if part is not None else ()


def _if(holds: bool, part: QWidget) -> tuple[QWidget, ...]:  # noqa: FBT001 - reads as a question
    return (part,) if holds else ()


def _below(*parts: QWidget | None) -> list[QWidget]:
    shown = [part for part in parts if part is not None]
    return [flow(*shown, gap=M)] if shown else []
