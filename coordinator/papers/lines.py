"""Putting words on what a paper lists: people, actions, goals, statuses with their tint."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.meetings import WhyListed
from coordinator.domain.meetings.views import AgendaEntry, PersonLine, ReportedAction
from coordinator.domain.papers.imprint import ActionLine, Imprint, Label, Tone
from coordinator.domain.papers.plan import BarrierLine, GoalLine, LevelLine, OfferLine
from coordinator.domain.people.rules import PersonName
from coordinator.domain.person.case_sheets import Audience, CaseFacts, PanelFace
from coordinator.domain.plans.snapshots import RiskLine, StrengthLine
from coordinator.domain.plans.views import GoalRow, OfferRow, RiskNote
from coordinator.domain.states import (
    ActionStatus,
    BarrierStatus,
    GoalStatus,
    OfferStatus,
)
from coordinator.wording.barriers import category_words
from coordinator.wording.dates import day, period
from coordinator.wording.labels import inline, label
from coordinator.wording.names import NameParts, chosen_name, first_name, hidden_name, initials
from coordinator.wording.safety import area_words, risk_parts, told_words
from coordinator.wording.sharing import forum_words
from coordinator.wording.translation import _
from coordinator.wording.unsettled import marks_of

_ACTION_TONES = {
    ActionStatus.DONE: Tone.GOOD,
    ActionStatus.PARTLY_DONE: Tone.GOOD,
    ActionStatus.IN_PROGRESS: Tone.NOTE,
    ActionStatus.WAITING: Tone.WARN,
    ActionStatus.NOT_DONE: Tone.WARN,
    ActionStatus.COULD_NOT: Tone.NOTE,
}
_GOAL_TONES = {GoalStatus.ACHIEVED: Tone.GOOD, GoalStatus.PARTLY_ACHIEVED: Tone.GOOD}
_OFFER_TONES = {OfferStatus.AGREED: Tone.GOOD, OfferStatus.DELIVERED: Tone.GOOD}
_BARRIER_TONES = {BarrierStatus.RESOLVED: Tone.GOOD, BarrierStatus.ESCALATED: Tone.WARN}


def themselves() -> Audience:
    """Say for whom a paper is that nobody of an agency gets: the person it is about."""
    return Audience(name=_("The person themselves"))


def parts(reference: str, name: PersonName | None) -> NameParts:
    """Give a stored name to the wording of names."""
    if name is None:
        return NameParts(reference)
    return NameParts(reference, name.given, name.family, name.preferred)


def in_a_list(reference: str, name: PersonName | None) -> str:
    """Write a person in anything that leaves the list: *TG (SC-0142)*; nobody: nothing."""
    return hidden_name(parts(reference, name)) if reference else ""


def person_in_list(person: PersonLine | None) -> str:
    """Write whom an agenda line is about, as initials and reference."""
    return in_a_list(person.reference, person.name) if person else ""


def own_section_name(facts: CaseFacts) -> str:
    """Write the full name for the person's own section; nothing without a basis to do so."""
    return chosen_name(parts(facts.reference, facts.name)) if facts.show_detail else ""


def own_section_first_name(facts: CaseFacts) -> str:
    """Write what to call them there; nothing without a basis to do so."""
    return first_name(parts(facts.reference, facts.name)) if facts.show_detail else ""


def forum_lines(entry: AgendaEntry, today: date) -> tuple[str, ...]:
    """Write which other forums deal with whom a line is about, a line each."""
    return tuple(forum_words(one, today) for one in entry.forums)


def why_line(reasons: Iterable[WhyListed]) -> str:
    """Write why an item is listed as one phrase: *Urgent priority; review due*."""
    return "; ".join(inline(why) if place else label(why) for place, why in enumerate(reasons))


def letters(facts: CaseFacts) -> str:
    """Write the initials of a person."""
    return initials(parts(facts.reference, facts.name))


def imprint(
    panel: PanelFace, audience: Audience, reference: str, made_on: date, *, version: str = ""
) -> Imprint:
    """Say on every page whose paper it is and for whom."""
    return Imprint(
        panel=panel.name,
        reference=reference,
        issued_on=made_on,
        marking=label(panel.marking),
        version=version,
        recipient=audience.name or _("The panel's own copy"),
        handling=_("Named workers only"),
        is_made_up=panel.is_made_up,
    )


def action_line(row: ActionRow, today: date) -> ActionLine:
    """Write one action with where it stands."""
    return ActionLine(
        number=row.number,
        text=row.text,
        owner=row.owner.name if not row.owner.needs_owner else _owner_wanted(row),
        agency=row.owner.agency,
        due=row.due_on,
        original_due=row.original_due_on,
        moved=row.moved,
        status=_status(row, today),
        person=in_a_list(row.reference, row.name) or row.place.partition(" ")[0],
        set_on=row.set_on,
        updated_on=row.last.on if row.last else None,
        note=_note(row),
        barrier=_stopped_by(row),
        goal=row.goal,
        unsettled=tuple(marks_of(row.unsettled, today)),
    )


def _owner_wanted(row: ActionRow) -> str:
    if row.owner.contact_point:
        return _("Needs an owner; ask {name}", name=row.owner.contact_point)
    return _("Needs an owner")


def _status(row: ActionRow, today: date) -> Label:
    if row.status is ActionStatus.WAITING and row.waiting_on:
        return Label(_("Waiting for {whom}", whom=row.waiting_on), Tone.WARN)
    if row.is_open and row.moved and not row.late:
        moved = _("Not done yet, new date {day}", day=day(row.due_on, today))
        return Label(moved, Tone.WARN)
    return Label(label(row.status), _ACTION_TONES.get(row.status, Tone.PLAIN))


def _note(row: ActionRow) -> str:
    said = [row.outcome_note, row.barrier.description if row.barrier else ""]
    if not any(said) and row.last:
        said = [row.last.text]
    return " ".join(dict.fromkeys(text for text in said if text))


def reported_line(reported: ReportedAction, today: date) -> ActionLine:
    """Write an action that was due at a meeting with what was reported there."""
    line = action_line(reported.action, today)
    if reported.reported is None:
        status = Label(_("Nothing reported yet"), Tone.PLAIN)
        return _with(line, status, line.note)
    if reported.reported is reported.action.status:
        return _with(line, line.status, reported.note or line.note)
    tone = _ACTION_TONES.get(reported.reported, Tone.PLAIN)
    return _with(line, Label(label(reported.reported), tone), reported.note or line.note)


def _with(line: ActionLine, status: Label, note: str) -> ActionLine:
    return replace(line, status=status, note=note)


def goal_line(row: GoalRow) -> GoalLine:
    """Write one goal, the person's words first."""
    goal = row.line
    return GoalLine(
        own_words=goal.own_words,
        panel_words=goal.panel_words,
        domain=label(goal.goal_domain) if goal.goal_domain else "",
        measure=goal.measure,
        baseline=goal.baseline,
        target_on=goal.target_on,
        status=Label(label(goal.status), _GOAL_TONES.get(goal.status, Tone.PLAIN)),
    )


def offer_line(row: OfferRow) -> OfferLine:
    """Write what an agency contributes."""
    offer = row.line
    amount = f" ({offer.amount})" if offer.amount else ""
    return OfferLine(
        agency=offer.agency,
        what=f"{offer.what}{amount}",
        period=period(offer.from_on, offer.to_on) if offer.from_on or offer.to_on else "",
        conditions=offer.conditions,
        status=Label(label(offer.status), _OFFER_TONES.get(offer.status, Tone.PLAIN)),
    )


def risk_line(risk: RiskLine) -> LevelLine:
    """Write a risk with its level."""
    return LevelLine(risk.text, label(risk.level) if risk.level else "")


def whole_risk(risk: RiskLine, note: RiskNote | None) -> LevelLine:
    """Write a risk with all that is known of it, for the plan in full."""
    details = [
        area_words(risk.area, risk.severity),
        *risk_parts(risk.to_whom, risk.triggers, risk.controls, risk.what_we_do),
    ]
    if note is None:
        return replace(risk_line(risk), details=tuple(filter(None, details)))
    details.append(told_words(note.person_told, note.not_told_reason, note.not_told_agreed_by))
    return replace(
        risk_line(risk),
        source=note.source,
        review_on=note.review_on,
        details=tuple(filter(None, details)),
    )


def _stopped_by(row: ActionRow) -> str:
    category, named = row.barrier_category, row.barrier
    if category is None:
        return ""
    own = named.own if named is not None and named.category is category else ""
    return category_words(category, own)


def strength_line(strength: StrengthLine) -> LevelLine:
    """Write a strength with its level."""
    known = label(strength.strength) if strength.strength else ""
    text = ": ".join(part for part in (known, strength.text) if part)
    return LevelLine(text, label(strength.level) if strength.level else "")


def barrier_line(row: BarrierRow) -> BarrierLine:
    """Write what stands in the way."""
    return BarrierLine(
        category=category_words(row.category, row.own),
        text=row.description,
        agency=row.agency,
        since=row.since,
        status=Label(label(row.status), _BARRIER_TONES.get(row.status, Tone.PLAIN)),
    )


def basis_line(facts: CaseFacts, today: date) -> str:
    """Write the information basis in a line, with the power to share beside the lawful basis.

    Told or not is not the same as agreement.
    """
    basis = facts.basis
    if basis is None:
        return _("Not recorded yet")
    lawful = label(basis.lawful_basis) if basis.lawful_basis else _("Basis not complete")
    ground = "; ".join((lawful, *(label(one) for one in basis.gateways)))
    if basis.told is None:
        return ground
    told = inline(basis.told)
    if basis.told_on:
        return _("{ground}; {told} {day}", ground=ground, told=told, day=day(basis.told_on, today))
    return _("{ground}; {told}", ground=ground, told=told)
