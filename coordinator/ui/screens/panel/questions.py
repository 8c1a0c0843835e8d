"""The forms of the panel's page; no Qt."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from coordinator.domain.directory.rules import DirectoryPage, PanelCard
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import AgendaSection, RetentionEnd, RetentionStart, Topic
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.panel.settings import PanelLine
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.panel.words import months_said, said
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

Choices = tuple[tuple[Any, str], ...]

_NEW = {
    Topic.AGENDA: N_("Add a part to the agenda"),
    Topic.CRITERIA: N_("Add a criterion"),
    Topic.REFERRAL_FORM: N_("Add a question"),
    Topic.PHRASES: N_("Add a phrase"),
    Topic.LADDER: N_("Add a level"),
    Topic.PROTOCOL: N_("Add a step"),
    Topic.BARRIERS: N_("Add a barrier"),
    Topic.RETENTION: N_("Add a rule"),
}
_MINUTES = (*range(1, 16), 20, 25, 30, 40, 45, 60)
_DAYS = (*range(11), 14, 15, 20, 21, 28, 30, 35, 42, 56, 60, 90)
_MONTHS = (1, 2, 3, 6, 9, 12, 14, 18, *range(24, 12 * 11, 12), 180, 240, 300)
_ROOM = range(1, 13)


def new_line(topic: Topic, standing: Sequence[PanelLine]) -> Question:
    """Ask for another line of a list."""
    return Question(_(_NEW[topic]), tuple(_asks(topic, None, standing)), _("Add"))


def change_line(line: PanelLine) -> Question:
    """Ask what a line is to say."""
    asks = tuple(_asks(line.topic, line, ()))
    return Question(_("Change"), asks, _("Save"), about=said(line))


def is_full(topic: Topic, standing: Sequence[PanelLine]) -> bool:
    """Tell whether a list has all there can be."""
    return topic is Topic.CRITERIA and not _free_criteria(standing)


def change_panel(page: DirectoryPage, *, letters_given: bool) -> Question:
    """Ask what the panel is called, how it marks papers and who runs it."""
    card = page.panel
    return Question(
        _("Change the panel"), tuple(_of_panel(card, page, letters_given=letters_given)), _("Save")
    )


def _of_panel(card: PanelCard, page: DirectoryPage, *, letters_given: bool) -> Iterable[Ask]:
    yield Ask("name", _("Name of the panel"), Kind.LINE, card.name)
    yield Ask("area", _("Area"), Kind.LINE, card.area)
    if not letters_given:
        yield Ask("prefix", _("Letters before each reference"), Kind.LINE, card.prefix)
    yield Ask(
        "marking",
        _("Marking of the papers"),
        Kind.CHOICE,
        card.marking,
        choices_of(Marking),
        hint=_("Papers about people usually are OFFICIAL-SENSITIVE; the panel chooses."),
    )
    yield Ask("quorum", _("Agencies that must be there"), Kind.CHOICE, card.quorum, _quorums(card))
    people = tuple((one.id, f"{one.name}, {one.agency}") for one in page.professionals)
    for name, title in _OFFICERS.items():
        held = getattr(card, name)
        yield Ask(name, _(title), Kind.CHOICE, held, ((None, _("Nobody")), *people))


_OFFICERS = {
    "chair_id": N_("Chair"),
    "vice_chair_id": N_("Vice-chair"),
    "coordinator_id": N_("Coordinator"),
    "deputy_coordinator_id": N_("Deputy of the coordinator"),
}


def _quorums(card: PanelCard) -> Choices:
    words = ((n, ngettext("{count} agency", "{count} agencies", n)) for n in range(1, 21))
    return _with(card.quorum, ((0, _("Not decided")), *words), str(card.quorum))


def _asks(topic: Topic, line: PanelLine | None, standing: Sequence[PanelLine]) -> Iterable[Ask]:
    match topic:
        case Topic.TIMES:
            days = _numbers(_DAYS, _number(line, "number"), dates.days)
            yield Ask("number", _("Days"), Kind.CHOICE, _number(line, "number"), days)
        case Topic.AGENDA:
            yield from _about_part(line, standing)
        case Topic.CRITERIA:
            yield from _about_criterion(line, standing)
        case Topic.BARRIERS:
            yield from _about_barrier(line, standing)
        case _ if topic in _ABOUT:
            yield from _ABOUT[topic](line)


def _about_part(line: PanelLine | None, standing: Sequence[PanelLine]) -> Iterable[Ask]:
    own = AgendaSection.OWN
    if line is None:
        taken = {one.details.get("section") for one in standing}
        free = [one for one in AgendaSection if one is own or one.value not in taken]
        parts = tuple((one.value, label(one)) for one in sorted(free, key=lambda a: a is not own))
        yield Ask("section", _("Part"), Kind.CHOICE, own.value, parts)
    if line is None or line.details.get("section") == own.value:
        hint = _("Only for a part of your own.") if line is None else ""
        yield Ask("title", _("Title"), Kind.LINE, _fact(line, "title"), hint=hint)
        yield Ask("text", _("What it is about"), Kind.LINE, line.text if line else "", hint=hint)
    minutes = _number(line, "minutes") or 5
    lengths = _numbers(_MINUTES, minutes, dates.length)
    yield Ask(
        "minutes",
        _("Time"),
        Kind.CHOICE,
        minutes,
        lengths,
        hint=_("For each person or topic, where a part lists several."),
    )


def _about_criterion(line: PanelLine | None, standing: Sequence[PanelLine]) -> Iterable[Ask]:
    if line is None:
        free = _free_criteria(standing)
        yield Ask("criterion", _("Counted as"), Kind.CHOICE, free[0][0] if free else None, free)
        hint = _("Keep its meaning: it is counted under these words.")
    else:
        counted = label(ReferralCriterion(_fact(line, "criterion")))
        hint = _("Keep its meaning: it is counted as “{words}”.", words=counted)
    text = line.text if line else ""
    yield Ask("text", _("In the panel's words"), Kind.LINE, text, hint=hint)


def _free_criteria(standing: Sequence[PanelLine]) -> Choices:
    taken = {one.details.get("criterion") for one in standing}
    return tuple((one.value, label(one)) for one in ReferralCriterion if one.value not in taken)


def _about_question(line: PanelLine | None) -> Iterable[Ask]:
    yield Ask("text", _("Question"), Kind.LINE, line.text if line else "")
    yield Ask("hint", _("What helps to answer it"), Kind.LINE, _fact(line, "hint"))
    room = _number(line, "lines") or 3
    rooms = _numbers(_ROOM, room, lambda n: ngettext("{count} line", "{count} lines", n))
    yield Ask("lines", _("Room for the answer"), Kind.CHOICE, room, rooms)


def _about_phrase(line: PanelLine | None) -> Iterable[Ask]:
    hint = _("As it is said at the table: what, how often, until when. No names.")
    yield Ask("text", _("Action"), Kind.LINE, line.text if line else "", hint=hint)
    agencies = _values(AgencyKind, _("Anybody"))
    kinds = _values(ActionKind, _("Not said"))
    agency, kind = _fact(line, "agency_kind") or None, _fact(line, "action_kind") or None
    yield Ask("agency_kind", _("Likely done by"), Kind.CHOICE, agency, agencies)
    yield Ask("action_kind", _("Kind of action"), Kind.CHOICE, kind, kinds)


def _about_level(line: PanelLine | None) -> Iterable[Ask]:
    yield Ask("text", _("Who is asked"), Kind.LINE, line.text if line else "")
    yield Ask("aim", _("What for"), Kind.LINE, _fact(line, "aim"))
    days = _number(line, "working_days") if line else 5
    answers = _numbers(_DAYS, days, dates.working_days)
    yield Ask("working_days", _("Answer within"), Kind.CHOICE, days, answers)


def _about_step(line: PanelLine | None) -> Iterable[Ask]:
    hint = _("What is done, so that somebody who was not there can do it.")
    yield Ask("text", _("Step"), Kind.LINE, line.text if line else "", hint=hint)
    days = _number(line, "days") if line else 7
    after = _numbers(_DAYS, days, dates.days)
    yield Ask("days", _("Days after it begins"), Kind.CHOICE, days, after)


def _about_barrier(line: PanelLine | None, standing: Sequence[PanelLine]) -> Iterable[Ask]:
    if line is None:
        taken = {one.details.get("category") for one in standing}
        free = tuple((one.value, label(one)) for one in BarrierCategory if one.value not in taken)
        own = (None, _("The panel's own"))
        yield Ask("category", _("Counted as"), Kind.CHOICE, None, (own, *free))
        hint = _("Needed for one of your own; else its usual words stand.")
        yield Ask("text", _("In the panel's words"), Kind.LINE, "", hint=hint)
        return
    category = _fact(line, "category")
    hint = _("Barriers on file keep the words they were named with.")
    if category:
        counted = label(BarrierCategory(category))
        hint = _(
            "Keep its meaning: it is counted as “{words}”, also when this is empty.", words=counted
        )
    yield Ask("text", _("In the panel's words"), Kind.LINE, line.text, hint=hint)


def _about_rule(line: PanelLine | None) -> Iterable[Ask]:
    yield Ask("text", _("What"), Kind.LINE, line.text if line else "")
    months = _number(line, "months") or 72
    lengths = _numbers(_MONTHS, months, months_said)
    yield Ask("months", _("Kept for"), Kind.CHOICE, months, lengths)
    start = _fact(line, "start") or RetentionStart.CASE_CLOSED.value
    end = _fact(line, "end") or RetentionEnd.REVIEW.value
    yield Ask("start", _("Counted from when"), Kind.CHOICE, start, _values(RetentionStart))
    yield Ask("end", _("Then"), Kind.CHOICE, end, _values(RetentionEnd))


_ABOUT = {
    Topic.REFERRAL_FORM: _about_question,
    Topic.PHRASES: _about_phrase,
    Topic.LADDER: _about_level,
    Topic.PROTOCOL: _about_step,
    Topic.RETENTION: _about_rule,
}


def _values(kind: type[StrEnum], none: str = "") -> Choices:
    """List an enumeration by its stored values, as the facts of a line keep them."""
    listed = tuple((one.value, label(one)) for one in kind)
    return ((None, none), *listed) if none else listed


def _numbers(usual: Iterable[int], now: int, words: Any) -> Choices:
    return _with(now, tuple((one, words(one)) for one in usual), words(now))


def _with(now: int, choices: Choices, words: str) -> Choices:
    """Offer what stands already, also where it is not among the usual ones."""
    if any(value == now for value, _words in choices):
        return choices
    return tuple(sorted((*choices, (now, words)), key=lambda one: int(one[0])))


def _fact(line: PanelLine | None, name: str) -> str:
    return str(line.details.get(name) or "") if line else ""


def _number(line: PanelLine | None, name: str) -> int:
    return int(line.details.get(name) or 0) if line else 0
