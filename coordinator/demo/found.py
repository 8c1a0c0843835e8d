"""What was found of one person of a large demo: needs time after time, past harm, scores.

All of it is made up. Some areas were never asked about, some answers are not known, some rounds
did not take place: that is how it is on file anywhere.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from coordinator.db.models import Assessment, AssessmentScore, Need, TraumaEnquiry
from coordinator.demo.lives import Telling, Told
from coordinator.demo.outline import Life, Span
from coordinator.demo.town import Post
from coordinator.demo.words import bundled
from coordinator.domain.assessments.rules import NOT_THERE, THERE, Item
from coordinator.domain.assessments.views import ToolRow, is_checklist
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.needs.rules import PRESENT
from coordinator.domain.states import Sensitivity

_S, _A = NeedSeverity, EnquiryAnswer
_WEEK = timedelta(days=7)
_FIRST = {_S.HIGH: 25, _S.SOME: 40, _S.NONE: 25, _S.NOT_KNOWN: 10}
_LATER = {_S.HIGH: 15, _S.SOME: 45, _S.NONE: 34, _S.NOT_KNOWN: 6}
_ENQUIRIES = {_A.OFFERED: 30, _A.DECLINED: 30, _A.NOT_APPROPRIATE: 25, _A.SUPPORTED: 15}
_APART = frozenset({NeedDomain.VICTIM, NeedDomain.SELF_HARM})


def tell_found(tell: Telling, life: Life, cases: Sequence[Told], tools: Sequence[ToolRow]) -> None:
    """Write what was found in each of somebody's cases; of every twentieth nobody asked."""
    for span, told in zip(life.spans, cases, strict=True):
        if tell.dice.chance(0.95):
            _needs(tell, life, span, told.lead)
        for tool in tools:
            if tell.dice.chance(0.15 if is_checklist(tool) else 0.4):
                _scored(tell, life, span, told.lead, tool)
    if tell.dice.chance(0.3):
        _enquiry(tell, life, cases[-1].lead)


def _rounds(tell: Telling, span: Span) -> Iterator[date]:
    """Give the days on which needs were asked about: when it began, then most quarters."""
    day, last = span.opened, span.closed or tell.today
    while day <= last:
        if day == span.opened or tell.dice.chance(0.85):
            yield day
        day += timedelta(days=tell.dice.between(75, 95))


def _needs(tell: Telling, life: Life, span: Span, lead: Post) -> None:
    asked = [area for area in NeedDomain if tell.dice.chance(0.6)] or [NeedDomain.HOUSING]
    for number, day in enumerate(_rounds(tell, span)):
        main: NeedPart | None = None if number else NeedPart.MAIN
        for area in tell.dice.some(asked, 4) if number else asked:
            severity = tell.dice.weighted(_LATER if number else _FIRST)
            part = main if severity in PRESENT else None
            main = None if part else main
            tell.sheaf.add(
                Need,
                id=tell.dice.new_id(day),
                person_id=life.id,
                area=area,
                severity=severity,
                need_part=part,
                seen_on=day,
                seen_by_id=lead.id,
                source="" if number else "The referral",
                sensitivity=_how_far(tell, area),
            )


def _how_far(tell: Telling, area: NeedDomain) -> Sensitivity:
    is_apart = area in _APART and tell.dice.chance(0.1)
    return Sensitivity.RESTRICTED if is_apart else Sensitivity.STANDARD


def _scored(tell: Telling, life: Life, span: Span, lead: Post, tool: ToolRow) -> None:
    """Write one scoring, and most times a second one: what is better by then, and what is not."""
    day, before = span.opened + 2 * _WEEK, dict[str, int]()
    last = span.closed or tell.today
    while day <= last:
        one = _scoring(tell, life, lead, tool, day)
        for item in tool.tool.items:
            value = None if tell.dice.chance(0.06) else _value(tell, item, before.get(item.key))
            if value is not None:
                before[item.key] = value
            _score(tell, life, one, item, value)
        if not tell.dice.chance(0.6):
            return
        day += tell.dice.between(12, 26) * _WEEK


def _scoring(tell: Telling, life: Life, lead: Post, tool: ToolRow, day: date) -> UUID:
    return tell.sheaf.add(
        Assessment,
        id=tell.dice.new_id(day),
        person_id=life.id,
        tool_id=tool.id,
        done_on=day,
        scorer_id=lead.id,
        agency_id=lead.agency_id,
        purpose="For the panel",
    )


def _value(tell: Telling, item: Item, before: int | None) -> int:
    if item.highest == THERE:
        return THERE if tell.dice.chance(0.45) else NOT_THERE
    if before is None:
        return item.lowest + item.step * tell.dice.between(
            0, (item.highest - item.lowest) // item.step
        )
    change = tell.dice.weighted({-1: 40, 0: 45, 1: 15})
    return min(item.highest, max(item.lowest, before + change * item.step))


def _score(tell: Telling, life: Life, one: UUID, item: Item, value: int | None) -> None:
    tell.sheaf.add(
        AssessmentScore,
        id=tell.dice.new_id(life.spans[0].opened),
        person_id=life.id,
        assessment_id=one,
        item=item.key,
        called=item.words,
        value=value,
        reason="" if value is None else tell.dice.pick(bundled("measured")["score_reasons"]),
    )


def _enquiry(tell: Telling, life: Life, lead: Post) -> None:
    day = life.spans[-1].opened + tell.dice.between(3, 10) * _WEEK
    if day > (life.spans[-1].closed or tell.today):
        return
    tell.sheaf.add(
        TraumaEnquiry,
        id=tell.dice.new_id(day),
        person_id=life.id,
        asked_on=day,
        asked_by_id=lead.id,
        enquiry=tell.dice.weighted(_ENQUIRIES),
        how_we_work=tell.say("how_to_work"),
        sensitivity=Sensitivity.RESTRICTED,
    )
