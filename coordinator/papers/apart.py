"""What few may read of a meeting: out of the body of its minutes, onto a sheet of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.came_of import MoneyDecided, OfferMade
from coordinator.domain.meetings.views import (
    CorrectionRow,
    DecisionRow,
    ItemRecord,
    MeetingRecord,
    NoteRow,
    ReportedAction,
)
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.imprint import ActionLine
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.states import DecisionStatus, Sensitivity
from coordinator.papers import lines
from coordinator.papers.not_settled import for_all
from coordinator.wording.dates import day
from coordinator.wording.labels import label
from coordinator.wording.ledger import decided_words
from coordinator.wording.moves import column_words
from coordinator.wording.offers import offered_words
from coordinator.wording.translation import _

Entry = NoteRow | OfferMade | MoneyDecided | DecisionRow | ActionRow | CorrectionRow


def is_open(entry: Entry) -> bool:
    """Whether everybody a copy goes to may read an entry."""
    return entry.sensitivity is Sensitivity.STANDARD


def open_line(action: ActionRow, today: date) -> ActionLine:
    """Write an action for the body: of what is not settled only what everybody may read."""
    return lines.action_line(replace(action, unsettled=for_all(action.unsettled)), today)


def open_report(reported: ReportedAction, today: date) -> ActionLine:
    """Write the same of an action that was reported on."""
    action = replace(reported.action, unsettled=for_all(reported.action.unsettled))
    return lines.reported_line(replace(reported, action=action), today)


def restricted_of(item: ItemRecord, held_back: Mapping[str, str], today: date) -> Iterator[str]:
    """Give what goes on the sheet of its own: the paragraph and all else that few may read."""
    if item.restricted:
        yield item.restricted
    for name, text in held_back.items():
        if text:
            yield f"{column_words(RecordKind.AGENDA_ITEM, name)}: {text}"
    made = [one for one in item.decisions if one.status is DecisionStatus.MADE]
    yield from (": ".join(filter(None, (d.text, d.reason))) for d in made if not is_open(d))
    yield from (f"{one.agency}: {one.text}" for one in item.notes if not is_open(one))
    yield from (f"{o.agency}: {offered_words(o)}" for o in item.offers if not is_open(o))
    yield from (f"{decided_words(o)}: {o.reason}" for o in item.money if not is_open(o))
    yield from (_action_apart(one, today) for one in item.actions if not is_open(one))


def answer_apart(held_back: Mapping[str, str]) -> Iterator[str]:
    """Give what few may read of the answer to a referral; the rest of it is in no minutes."""
    for name in ("destination", "decision_reason"):
        if text := held_back.get(name):
            yield f"{column_words(RecordKind.REFERRAL, name)}: {text}"


def _action_apart(action: ActionRow, today: date) -> str:
    return _(
        "{number}: {what} ({owner}, by {day})",
        number=action.number,
        what=action.text.rstrip("."),
        owner=who(action.owner.name, action.owner.agency),
        day=day(action.due_on, today),
    )


def who(name: str, agency: str) -> str:
    """Name somebody with where they work."""
    return ", ".join(part for part in (name, agency) if part)


def is_for_few(one: CorrectionRow, item: ItemRecord) -> bool:
    """Whether a correction is of an item, and few may read it."""
    return one.item_id == item.entry.id and not is_open(one)


def topics_of(record: MeetingRecord) -> Iterator[Topic]:
    """Give what was said about nobody on the agenda, as everybody a copy goes to may read it."""
    for item in filter(_is_topic, record.items):
        told, _held_back = item.apart()
        yield Topic(_title(told), told.summary)
    for name, title in _of_the_meeting():
        text = getattr(record, name)
        if text and name not in record.parts:
            yield Topic(title, text)


def _is_topic(item: ItemRecord) -> bool:
    return item.entry.person is None and item.entry.kind is not AgendaKind.ACTION_CHECK


def _of_the_meeting() -> tuple[tuple[str, str], ...]:
    return ("learning", _("Learning")), ("other_business", _("Any other business"))


def kept_apart(record: MeetingRecord, today: date) -> Iterator[Topic]:
    """Give what few may read of what is about nobody: it goes on a sheet of its own.

    The minutes print of a topic its title and what was said; what else few may read of one, its
    notes and decisions among it, stands on that sheet alone.
    """
    yield from _of_topics(record, today)
    for name, title in _of_the_meeting():
        if name in record.parts and (text := getattr(record, name)):
            yield Topic(title, text)
    if actions := "\n".join(_actions_apart(record, today)):
        yield Topic(_("Actions"), actions)
    for one in record.corrections:
        if one.item_id is None and not is_open(one):
            yield Topic(_("Correction of {day}", day=day(one.on, today)), one.text)


def _of_topics(record: MeetingRecord, today: date) -> Iterator[Topic]:
    for item in filter(_is_topic, record.items):
        told, held_back = item.apart()
        corrected = [one.text for one in record.corrections if is_for_few(one, item)]
        if text := "\n".join((*restricted_of(told, held_back, today), *corrected)):
            yield Topic(_title(told), text)


def _title(item: ItemRecord) -> str:
    return item.entry.title or label(item.entry.kind)


def _actions_apart(record: MeetingRecord, today: date) -> Iterator[str]:
    """Give the restricted actions that no item of a person holds: those checked, and others."""
    found = record.outstanding
    for one in (*found.could_not, *found.not_done, *found.going_on, *found.done):
        if not is_open(one.action):
            said = label(one.reported) if one.reported is not None else ""
            yield ". ".join(filter(None, (_action_apart(one.action, today), said, one.note)))
    yield from (_action_apart(one, today) for one in record.other_actions if not is_open(one))
