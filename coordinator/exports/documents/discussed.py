"""One person's item in the minutes, and what few may read of it on a sheet of its own."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.papers.imprint import Fact, Tone
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.minutes import (
    AgencyNote,
    DecisionLine,
    DiscussedPerson,
    LeadLine,
    OfferedLine,
)
from coordinator.exports.documents.actions import agreed_actions
from coordinator.exports.documents.not_settled import beside
from coordinator.exports.documents.opening import (
    facts,
    flush,
    hidden,
    labelled,
    listed,
    minor,
    note,
    prose,
)
from coordinator.exports.layout.blocks import Block, NewPage
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Chip, Columns, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tokens import SOFT, TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day, long_day
from coordinator.wording.translation import _


def discussed(person: DiscussedPerson, today: date) -> list[Block]:
    """Everything recorded about one person; empty parts are left out, not printed as gaps."""
    name = person.name or person.initials
    heading = f"{person.reference}  {name}".strip()
    grid = facts(_facts(person))
    grid.keeps = True
    return [
        Text(
            heading,
            TYPE.person,
            "H3",
            key=f"person-{person.reference}",
            bookmark=2,
            bookmark_as=hidden(person.reference, person.initials),
        ),
        grid,
        *beside(person.unsettled, TYPE.small, "P"),
        *([Chip(person.outcome, TYPE.chip)] if person.outcome.text.strip() else []),
        *_led(_("Why listed."), person.why_listed),
        *(prose(person.summary, TYPE.body) if person.summary.strip() else []),
        *_notes(person.notes, today),
        *_own_view(person),
        *_risks_and_strengths(person),
        *_decided(person),
        *_led_by(person.leads),
        *_offers(person.offers, today),
        *_actions(person, today),
        *_led(_("Outside the room."), person.comms),
    ]


def _facts(person: DiscussedPerson) -> list[Fact]:
    known = [
        Fact(_("Lead professional"), person.lead or _("Lead to agree")),
        Fact(_("Information basis"), person.basis),
        Fact(_("Next review"), long_day(person.review_on)),
    ]
    return [*known, Fact(_("Present for this item"), person.present)] if person.present else known


def was_not_taken(person: DiscussedPerson) -> bool:
    """Put off or not reached yet: then what is missing is no gap."""
    return bool(person.outcome.text.strip())


def _led(label: str, value: str) -> list[Block]:
    return labelled(label, value, TYPE.body) if value.strip() else []


def _notes(notes: tuple[AgencyNote, ...], today: date) -> list[Block]:
    if not notes:
        return []
    return [
        minor(_("What agencies told the meeting")),
        *bullets([_told(n, today) for n in notes], TYPE.body),
    ]


def _told(told: AgencyNote, today: date) -> list[Run]:
    on = f" ({day(told.on, today)})" if told.on else ""
    return [
        Run(told.agency or _("Agency not recorded"), bold=True),
        Run(f"{on}: ", colour=SOFT),
        Run(" ".join(paragraphs(told.text))),
    ]


def _own_view(person: DiscussedPerson) -> list[Block]:
    if not person.own_view.strip() and was_not_taken(person):
        return []
    if not person.own_view.strip():
        return [
            Text(
                [
                    Run(_("Their own view") + " ", bold=True),
                    Run(_("was not heard or is not recorded.")),
                ],
                TYPE.body,
            )
        ]
    by = _("told by {name}", name=person.own_view_by) if person.own_view_by else ""
    called = person.called or person.initials or person.reference
    heading = _("What {name} says", name=called)
    return [
        minor(f"{heading} ({by})" if by else heading),
        *prose(person.own_view, TYPE.body),
    ]


def _risks_and_strengths(person: DiscussedPerson) -> list[Block]:
    if not person.risks and not person.strengths:
        return []
    return [
        Columns(
            [
                [minor(_("Risks")), *listed(person.risks, TYPE.body)],
                [minor(_("Strengths")), *listed(person.strengths, TYPE.body)],
            ],
            (1, 1),
        )
    ]


def _decided(person: DiscussedPerson) -> list[Block]:
    """The decisions; an item that was put off has none, one that was taken should have one."""
    if was_not_taken(person) and not person.decisions:
        return []
    made = person.decisions or (DecisionLine(""),)
    panels = [block for decision in made for block in _decision(decision)]
    if not person.actions:
        panels[-1].keeps = True  # so that "No new actions." does not begin a page
    return panels


def _decision(decision: DecisionLine) -> list[Block]:
    parts: list[Block] = labelled(_("Decision."), decision.text, TYPE.body)
    for label, value in (
        (_("Why."), decision.reason),
        (_("How it was decided."), decision.how),
        (_("Seen differently by"), decision.dissent),
    ):
        parts += _led(label, value)
    last = parts[-1]
    if isinstance(last, Text):
        last.style = flush(last.style)
    return [Panel(parts, Tone.NOTE)]


def _led_by(leads: tuple[LeadLine, ...]) -> list[Block]:
    blocks: list[Block] = []
    for one in leads:
        if one.former:
            over = _("from {former}, to {lead}.", former=one.former, lead=one.lead)
            blocks += _led(_("Lead handed over"), over)
        else:
            blocks += _led(_("Lead agreed:"), one.lead)
    return blocks


def _offers(offers: tuple[OfferedLine, ...], today: date) -> list[Block]:
    if not offers:
        return []
    told = [_offer(one, today) for one in offers]
    return [minor(_("What agencies offered")), *bullets(told, TYPE.body)]


def _offer(one: OfferedLine, today: date) -> list[Run]:
    runs = [
        Run(one.agency or _("Agency not recorded"), bold=True),
        Run(": ", colour=SOFT),
        Run(" ".join(paragraphs(one.what))),
    ]
    if one.until is not None:
        runs.append(Run(_(", until {day}", day=day(one.until, today)), colour=SOFT))
    return runs


def _actions(person: DiscussedPerson, today: date) -> list[Block]:
    if not person.actions and was_not_taken(person):
        return []
    if not person.actions:
        return [Text(_("No new actions."), TYPE.body)]
    return [agreed_actions(person.actions, TYPE, today)]


def restricted_sheet(person: DiscussedPerson) -> list[Block]:
    """The restricted paragraph on its own page, for readers who may have it."""
    if not person.restricted.strip():
        return []
    title = _("Restricted: {reference}", reference=person.reference)
    sheet = _sheet_apart(title, person.reference)
    return [*sheet, *prose(person.restricted, TYPE.body)]


def topics_apart(topics: Sequence[Topic]) -> list[Block]:
    """What few may read of what is about nobody, on its own page."""
    if not topics:
        return []
    blocks = _sheet_apart(_("Restricted: about no single person"), "topics")
    for topic in topics:
        blocks.extend(labelled(topic.title + ".", topic.text, TYPE.body))
    return blocks


def _sheet_apart(title: str, key: str) -> list[Block]:
    return [
        NewPage(),
        Text(title, TYPE.section, "H2", key=f"restricted-{key}", bookmark=1),
        note(_("Keep apart."), _("This sheet is left out of most copies. Do not pass it on.")),
    ]
