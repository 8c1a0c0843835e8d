"""Risks and strengths on a person's page: each with what belongs to it, and both by level."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from coordinator.domain.lists.plans import EcologicalLevel
from coordinator.domain.people.safety import RiskRow, StrengthRow
from coordinator.domain.records.history import HistoryView
from coordinator.domain.states import RiskStatus
from coordinator.ui.kit.boxes import card, column, holder
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, S, Tone
from coordinator.ui.screens.person.head import note_links
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Line, Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.acts import act_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.moves import move_lines
from coordinator.wording.safety import area_words, risk_parts, told_words
from coordinator.wording.translation import _

Earlier = Mapping[UUID, HistoryView]
_GRID_FROM = 2
"""Of so many risks and strengths together it helps to see them by level."""


def safety_cards(
    opened: OpenedPerson, wished: Wished, earlier: Earlier | None = None
) -> list[QWidget]:
    """List risks and strengths; what is empty is one line with the button that fills it.

    Args:
        opened: The page.
        wished: Told what is to be done.
        earlier: What was said of a risk before, where somebody wants to see it.
    """
    safety = opened.page.safety
    risks = [one for one in safety.risks if one.status is not RiskStatus.ENDED]
    parts: list[QWidget] = []
    add_risk = _may(opened, Step.RISK, lambda: link(_("Note a risk"), wished, Step.RISK))
    if risks:
        lines = [_risk(one, opened, wished, (earlier or {}).get(one.id)) for one in risks]
        parts.append(card(titled(_("Risks"), *add_risk), *lines))
    else:
        parts.append(Line(_("No risk is noted."), *add_risk))
    parts.append(_strengths(opened, wished, beside_risks=bool(risks)))
    if len(risks) + len(safety.strengths) >= _GRID_FROM:
        parts.append(_by_level(risks, safety.strengths))
    if all(one.status is RiskStatus.ENDED for one in safety.warnings):
        add = _may(
            opened,
            Step.WARNING,
            lambda: link(_("Note it"), wished, Step.WARNING, of=_("Before a visit")),
        )
        parts.append(Line(_("Nothing is noted that must be known before a visit."), *add))
    return parts


def _strengths(opened: OpenedPerson, wished: Wished, *, beside_risks: bool) -> QWidget:
    """List them; beside risks it is asked for them in a card of its own."""
    rows = opened.page.safety.strengths
    add = _may(opened, Step.STRENGTH, lambda: link(_("Note a strength"), wished, Step.STRENGTH))
    if rows:
        lines = [_strength(one, opened, wished) for one in rows]
        return card(titled(_("Strengths"), *add), *lines)
    unasked = _("Strengths: not yet asked.")
    if not beside_risks:
        return Line(unasked, *add)
    why = _("What keeps them safer belongs beside what could happen.")
    return card(titled(_("Strengths"), *add), label(unasked, "strong"), label(why, wraps=True))


def _risk(
    one: RiskRow, opened: OpenedPerson, wished: Wished, earlier: HistoryView | None
) -> QFrame:
    day = dates.day(one.note.review_on, opened.today)
    about = (
        area_words(one.area, one.severity),
        words_for(one.level) if one.level else "",
        *risk_parts(one.to_whom, one.triggers, one.controls, one.what_we_do),
        told_words(one.note.person_told, one.note.not_told_reason, one.not_told_agreed_by),
        _("From {source}", source=one.source or one.noted_by),
        _("To be looked at again {day}", day=day),
        *(_before(earlier, opened) if earlier else ()),
    )
    due = Chip(Mark(_("Review is due"), Tone.CAREFUL, "clock"))
    marks = (*((due,) if one.review_is_due else ()), *kept_back(one.sensitivity))
    words = _("Hide earlier words") if earlier else _("Earlier words")
    links: tuple[QWidget, ...] = (link(words, wished, Step.EARLIER, one, of=one.note.text),)
    if Step.RISK in opened.steps:
        links = (*note_links(one, one.note.text, wished), *links)
    return entry(one.note.text, about, *links, marks=marks)


def _before(earlier: HistoryView, opened: OpenedPerson) -> Sequence[str]:
    """Say from review to review what was said differently, the latest first."""
    told = []
    for one in earlier.happenings:
        day = dates.day(one.at.astimezone(dates.HOME).date(), opened.today)
        who = earlier.names.get(one.by.hex, "")
        what = "; ".join(move_lines(one.moves, earlier.names))
        told.append(f"{day}, {who}: {act_words(one.act)}. {what}")
    return told


def _strength(one: StrengthRow, opened: OpenedPerson, wished: Wished) -> QFrame:
    words = strength_words(one)
    kind = words_for(one.strength) if one.strength and one.text else ""
    level = words_for(one.level) if one.level else ""
    off = _may(
        opened,
        Step.STRENGTH,
        lambda: link(_("Take it off"), wished, Step.DROP_STRENGTH, one, of=words),
    )
    return entry(words, (kind, level, one.evidence), *off, marks=kept_back(one.sensitivity))


def strength_words(one: StrengthRow) -> str:
    """Say a strength in its own words, else in those of the list."""
    return one.text or (words_for(one.strength) if one.strength else "")


def _by_level(risks: Sequence[RiskRow], strengths: Sequence[StrengthRow]) -> QWidget:
    """Show both by the level of the ecological model, nearest the person first."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(M))
    grid.setVerticalSpacing(px(S))
    for at, title in enumerate((_("Level"), _("Strengths"), _("Risks"))):
        grid.addWidget(label(title, "quiet"), 0, at)
        grid.setColumnStretch(at, 3 if at else 2)
    none = _("None noted") if strengths else _("Not yet asked")
    for row, level in enumerate(_levels(risks, strengths), 1):
        kept = [strength_words(one) for one in strengths if one.level is level]
        told = [one.note.text for one in risks if one.level is level]
        name = words_for(level) if level else _("Level not said")
        cells: tuple[list[QWidget], ...] = (
            [label(name, "strong", wraps=True)],
            _cell(kept, none),
            _cell(told, _("None noted")),
        )
        for at, said in enumerate(cells):
            grid.addLayout(column(*said, None, gap=XS), row, at)
    return card(heading(_("Strengths and risks by level")), holder(grid))


def _cell(said: Sequence[str], nothing: str) -> list[QWidget]:
    return [label(one, wraps=True) for one in said] or [label(nothing, "quiet", wraps=True)]


def _levels(
    risks: Sequence[RiskRow], strengths: Sequence[StrengthRow]
) -> Sequence[EcologicalLevel | None]:
    unsaid = None in {*(one.level for one in risks), *(one.level for one in strengths)}
    return [*EcologicalLevel, *([None] if unsaid else [])]


def _may(opened: OpenedPerson, step: Step, make: Callable[[], QWidget]) -> tuple[QWidget, ...]:
    return (make(),) if step in opened.steps else ()
