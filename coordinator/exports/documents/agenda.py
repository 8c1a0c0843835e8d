"""The agenda: what is taken in which order, people as initials and reference."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from coordinator.domain.lists.panel import KIND_OF, AgendaSection
from coordinator.domain.panel.rundowns import Planned
from coordinator.domain.papers.agenda import Agenda, AgendaItem, AwayLine, PlanOnAgenda
from coordinator.domain.papers.imprint import Fact
from coordinator.exports.documents.escalations import escalation_table
from coordinator.exports.documents.meetings import meeting_facts, meeting_line
from coordinator.exports.documents.not_settled import after, beside
from coordinator.exports.documents.opening import (
    dated,
    facts,
    labelled,
    note,
    opening,
    prose,
    section,
    started,
    subsection,
)
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.limiting import sparing_a_page
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import SOFT, TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import clock, length, long_day
from coordinator.wording.translation import _

# An agenda is read at a glance: less air than the other papers, so that it stays on two pages.
_TYPE = replace(
    TYPE,
    section=replace(TYPE.section, size=14, leading=18, before=10, after=3),
    person=replace(TYPE.person, before=10, after=2),
    body=replace(TYPE.body, size=11.5, leading=15.5, after=4),
    cell=replace(TYPE.cell, size=10.5, leading=13.5),
)

Part = tuple[str, list[Block]]
"""An item's title and what it holds."""


Heading = Callable[[str, str, Type], Text]
"""Makes an item's heading from words, key and the sizes at hand."""


def agenda_paper(agenda: Agenda) -> Paper:
    """Compose the agenda of one meeting."""
    day = long_day(agenda.meeting.day)

    def make(type_: Type) -> list[Block]:
        above = opening(agenda.imprint, _("Agenda"), meeting_line(agenda.meeting))
        return [*above, *_items_of(agenda, _heading, type_)]

    name = _("{panel}: agenda of {day}", panel=agenda.imprint.panel, day=day)
    return Paper(name, agenda.imprint, sparing_a_page(make, _TYPE))


def agenda_section(agenda: Agenda, above: Callable[[], Block]) -> list[Block]:
    """The agenda as a section of another paper, begun on a page of its own under a heading."""

    def make(type_: Type) -> list[Block]:
        return [above(), *_items_of(agenda, _outline_heading, type_)]

    return sparing_a_page(make, _TYPE)


def _items_of(agenda: Agenda, heading: Heading, type_: Type) -> list[Block]:
    blocks: list[Block] = [facts(_facts(agenda), type_)]
    numbers = count(1)
    for key, (title, made) in _parts(agenda, type_):
        if made:
            blocks += [heading(f"{next(numbers)}. {title}", f"agenda_{key}", type_), *made]
    return blocks


def _heading(words: str, key: str, type_: Type) -> Text:
    return section(words, type_, key=key, level=1)


def _outline_heading(words: str, _key: str, type_: Type) -> Text:
    return subsection(words, type_)


def _facts(agenda: Agenda) -> list[Fact]:
    people = len(agenda.urgent) + len(agenda.reviews) + len(agenda.referrals)
    own = [Fact(_("Your people are taken"), agenda.own_part)] if agenda.own_part else []
    counted = _("On the list, in this copy") if agenda.is_part else _("People on the list")
    listed = [] if agenda.is_about_places else [Fact(counted, str(people))]
    return [*meeting_facts(agenda.meeting), *listed, *own]


def _welcome(agenda: Agenda, type_: Type) -> Part:
    words = _("Introductions, apologies, substitutes, observers, conflicts of interest.")
    parts: list[Block] = [Text(words, type_.body)]
    if agenda.apologies.strip():
        parts += labelled(_("Apologies so far."), agenda.apologies, type_.body)
    return _("Welcome"), parts


def _confidentiality(agenda: Agenda, type_: Type) -> Part:
    words = agenda.statement or _("The chair reads the panel's statement; the time is recorded.")
    return _("Confidentiality and equality"), [note(_("The chair reads."), words, type_)]


def _previous(agenda: Agenda, type_: Type) -> Part:
    words = agenda.previous or _("Are they accurate?")
    return _("Minutes of the last meeting"), prose(words, type_.body)


def _actions(agenda: Agenda, type_: Type) -> Part:
    """Numbers only: the tracker holds the rest."""
    if agenda.is_about_places:
        return _place_plans(agenda, type_)
    title = _("Actions due, agency by agency")
    if not agenda.actions_due:
        return title, [Text(_("No action is due."), type_.body)]
    due_now = [action for due in agenda.actions_due for action in due.actions]
    unsettled = [
        [Run(f"{action.number}: ", bold=True), *after(action.unsettled)]
        for action in due_now
        if action.unsettled
    ]
    columns = [
        Column(_("Agency"), share=1, bold=True),
        Column(_("Numbers, the longest waiting first"), share=2),
    ]
    rows = [
        (due.agency, ", ".join(action.number for action in due.actions))
        for due in agenda.actions_due
    ]
    return title, [Table(columns, rows, type_), *bullets(unsettled, type_.small)]


def _place_plans(agenda: Agenda, type_: Type) -> Part:
    """Each plan with what of it is due; whoever is out of the room reads what it is, too."""
    title = _("Place plans, and what of them is due")
    if not agenda.plans:
        return title, [Text(_("No place plan stands yet."), type_.body)]
    blocks: list[Block] = []
    for plan in agenda.plans:
        blocks += [Text(Run(plan.name, bold=True), type_.body), *_due(plan, agenda, type_)]
    return title, blocks


def _due(plan: PlanOnAgenda, agenda: Agenda, type_: Type) -> list[Block]:
    if not plan.actions:
        return [Text(_("Nothing of it is due by then."), type_.body)]
    columns = [
        fitted(_("Action"), [one.number for one in plan.actions], type_, bold=True),
        Column(_("What"), share=2),
        Column(_("Agency"), share=1),
        Column(_("Due"), share=0.8),
    ]
    rows = [
        (one.number, one.text, one.agency, dated(one.due, agenda.imprint.issued_on))
        for one in plan.actions
    ]
    return [Table(columns, rows, type_)]


def _escalations(agenda: Agenda, type_: Type) -> Part:
    title = _("Escalations: answers received and awaited")
    if not agenda.escalations:
        return title, []
    return title, [escalation_table(agenda.escalations, type_, agenda.imprint.issued_on)]


def _urgent(agenda: Agenda, type_: Type) -> Part:
    return _("Urgent"), _items(agenda.urgent, type_, agenda.imprint.issued_on)


def _reviews(agenda: Agenda, type_: Type) -> Part:
    return _("Reviews"), _items(agenda.reviews, type_, agenda.imprint.issued_on)


def _referrals(agenda: Agenda, type_: Type) -> Part:
    title = _("New referrals")
    if not agenda.referrals:
        return title, []
    columns = [
        *_slots(agenda.referrals, type_),
        Column(_("Presented by"), share=1),
        Column(_("Why now"), share=1.3),
        Column(_("What the referrer offers"), share=1.3),
    ]
    rows = [
        (
            *_slot(item, agenda.referrals, type_),
            started(item.referrer),
            [
                Text(started(item.why), type_.cell, kind=""),
                *_elsewhere(item, type_),
                *beside(item.unsettled, type_.cell),
            ],
            started(item.offer),
        )
        for item in agenda.referrals
    ]
    return title, [Table(columns, rows, type_, heads=_heads(agenda.referrals))]


def _closures(agenda: Agenda, type_: Type) -> Part:
    title = _("Ready to step down, or paused")
    return title, _items(agenda.closures, type_, agenda.imprint.issued_on)


def _topics(agenda: Agenda, type_: Type) -> Part:
    parts: list[Block] = []
    for topic in agenda.topics:
        parts += labelled(topic.title + ".", topic.text, type_.body)
    return _("The system: barriers, gaps, money, learning"), parts


def _next(agenda: Agenda, type_: Type) -> Part:
    days = [long_day(day) for day in agenda.next_days or (agenda.meeting.next_day,)]
    words = _("Next: {days}.", days="; ".join(days))
    parts: list[Block] = [Text(words, type_.body)]
    if agenda.deadlines:
        parts += labelled(_("Deadlines."), "; ".join(agenda.deadlines), type_.body)
    if agenda.away:
        told = "; ".join(map(_away, agenda.away))
        parts += labelled(_("Times of restricted items."), told, type_.body)
    return _("Any other business, next meetings"), parts


def _away(one: AwayLine) -> str:
    """When agencies leave and come back; the chair asks them, and says no more of it."""
    return _(
        "{leaves} to {returns} without {agencies}",
        leaves=clock(one.leaves),
        returns=clock(one.returns),
        agencies=", ".join(one.agencies),
    )


_MAKERS: Mapping[AgendaSection, Callable[[Agenda, Type], Part]] = {
    AgendaSection.WELCOME: _welcome,
    AgendaSection.STATEMENT: _confidentiality,
    AgendaSection.LAST_MINUTES: _previous,
    AgendaSection.ACTIONS: _actions,
    AgendaSection.ESCALATIONS: _escalations,
    AgendaSection.URGENT: _urgent,
    AgendaSection.REVIEWS: _reviews,
    AgendaSection.REFERRALS: _referrals,
    AgendaSection.CLOSURES: _closures,
    AgendaSection.SYSTEM: _topics,
    AgendaSection.CLOSING: _next,
}
"""Topics that concern nobody stand together, whichever kind they are."""


def _parts(agenda: Agenda, type_: Type) -> Iterator[tuple[str, Part]]:
    """Give the parts in the panel's order; what holds lines is never left out."""
    listed = agenda.parts or tuple(Planned(section, 0) for section in _MAKERS)
    told = {_TOPICS.get(part.section, part.section) for part in listed}
    forgotten = [Planned(one, 0) for one in _MAKERS if one in KIND_OF and one not in told]
    done = set[AgendaSection]()
    for part in (*listed, *forgotten):
        section = _TOPICS.get(part.section, part.section)
        if section is AgendaSection.OWN:
            yield f"own{len(done)}{part.title}", (part.title, prose(part.text, type_.body))
        elif section not in done:
            done.add(section)
            yield section.value, _MAKERS[section](agenda, type_)


_TOPICS = {
    AgendaSection.LEARNING: AgendaSection.SYSTEM,
    AgendaSection.OTHER: AgendaSection.SYSTEM,
}


def _items(items: Sequence[AgendaItem], type_: Type, today: date) -> list[Block]:
    if not items:
        return []
    columns = [
        *_slots(items, type_),
        Column(_("Lead professional"), share=1),
        Column(_("Why listed"), share=1.3),
        Column(_("What we want from it"), share=1.3),
    ]
    rows = [
        (
            *_slot(item, items, type_),
            item.lead or _("Lead to agree"),
            _why(item, type_, today),
            started(item.wanted),
        )
        for item in items
    ]
    return [Table(columns, rows, type_, heads=_heads(items))]


def _heads(items: Sequence[AgendaItem]) -> int:
    """The columns that name a row: the time, where there is one, and the person."""
    return 2 if any(item.starts for item in items) else 1


def _slots(items: Sequence[AgendaItem], type_: Type) -> list[Column]:
    person = fitted(_("Person"), [item.person for item in items], type_, bold=True)
    if not any(item.starts for item in items):
        return [person]
    return [fitted(_("Time"), ["00:00", *(_length(i) for i in items)], type_), person]


def _slot(item: AgendaItem, items: Sequence[AgendaItem], type_: Type) -> list[Cell]:
    if not any(other.starts for other in items):
        return [item.person]
    parts: list[Block] = [Text(clock(item.starts), type_.cell, kind="")]
    if item.minutes:
        parts.append(Text(Run(_length(item), colour=SOFT), type_.cell, kind=""))
    return [parts, item.person]


def _length(item: AgendaItem) -> str:
    return length(item.minutes) if item.minutes else ""


def _why(item: AgendaItem, type_: Type, today: date) -> list[Block]:
    seen = _("Last seen: {day}", day=dated(item.last_seen, today))
    return [
        Text(started(item.why), type_.cell, kind=""),
        Text(Run(seen, colour=SOFT), type_.cell, kind=""),
        *_elsewhere(item, type_),
        *beside(item.unsettled, type_.cell),
    ]


def _elsewhere(item: AgendaItem, type_: Type) -> list[Block]:
    if not item.elsewhere:
        return []
    words = _("Other forums: {forums}", forums=item.elsewhere)
    return [Text(Run(words, colour=SOFT), type_.cell, kind="")]
