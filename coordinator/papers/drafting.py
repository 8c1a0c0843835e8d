"""Reading what was ordered: each kind of paper has one way to its drafts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.sendings import check_is_told
from coordinator.casework.escalations.briefings import find_escalation, find_open_escalations
from coordinator.casework.need_to_know.withholding import without_kept
from coordinator.casework.packs.paper_reads import (
    find_meeting,
    find_person,
    read_audience,
    read_moment,
    read_panel_face,
)
from coordinator.casework.plans.reading import find_people_with_plan
from coordinator.domain.accountability import Period, quarter_to
from coordinator.domain.disclosing.log import references_in
from coordinator.domain.errors import (
    BasisLackingError,
    GuardError,
    MissingRecordError,
    WithheldError,
)
from coordinator.domain.lists.plans import OwnPlanVariant
from coordinator.domain.papers.escalation import EscalationBriefing
from coordinator.domain.papers.plan import Plan
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.roles import check
from coordinator.exports.composing import FOR_NO_AGENCY, LETTERS, Model, PaperKind
from coordinator.papers import lines
from coordinator.papers.access import (
    access_list_model,
    access_model,
    schedule_model,
)
from coordinator.papers.accountability import accountability_model
from coordinator.papers.agendas import agenda_model
from coordinator.papers.covers import cover_model
from coordinator.papers.demand import demand_model
from coordinator.papers.escalations import briefing_model
from coordinator.papers.gaps import gap_register_model
from coordinator.papers.journeys import journey_model
from coordinator.papers.learning import learning_model
from coordinator.papers.letters import letter_of
from coordinator.papers.minutes import minutes_model
from coordinator.papers.office import OFFICE_MODELS
from coordinator.papers.orders import Draft, Order, right_for
from coordinator.papers.outreach import outreach_model
from coordinator.papers.own_plans import own_plan_model
from coordinator.papers.packs import pack_model
from coordinator.papers.places import place_register_model
from coordinator.papers.plans import plan_model
from coordinator.papers.quarter import quarter_model
from coordinator.papers.referral_forms import referral_form_model
from coordinator.papers.retention import certificate_model, disposal_list_model
from coordinator.papers.tonight import tonight_model
from coordinator.papers.trackers import tracker_model
from coordinator.papers.trail import audit_model
from coordinator.papers.withholding import without_withheld

_OF_A_CODE = 6
"""So many signs tell the sheets of one day apart."""
_Drafts = Callable[[Desk, Order, Audience], Iterator[Draft]]


def draft_papers(desk: Desk, order: Order) -> Iterator[Draft]:
    """Read what was ordered; nothing is laid out, recorded or written yet.

    Raises:
        NotPermittedError: The role may make no papers, or none of this kind.
        MissingRecordError, WithheldError: As for `make_papers`.
        GuardError: `panel-only`: an agency was chosen, and no agency has a copy of it;
            `written-to-another`: one was chosen that this is not written to.
    """
    check(desk.sitter.role, right_for(order.kind))
    audience = read_audience(desk, order.agency) if order.agency else WHOLE_PANEL
    if order.agency and order.kind in FOR_NO_AGENCY:
        raise GuardError("panel-only")
    about = frozenset(filter(None, [order.person.upper()]))
    moment = read_moment(desk)  # before the rest: what comes between is seen
    for draft in _DRAFTS[order.kind](desk, order, audience):
        is_read = draft.audience.reader is not None
        model = draft.model if is_read else without_kept(desk, draft.model, about)
        yield replace(draft, model=model, order=_of_this_alone(order, draft), moment=moment)


def check_still_so(desk: Desk, draft: Draft, recipient: UUID | None = None) -> None:
    """Refuse to let a copy for somebody outside leave when it would not be the same now.

    Between looking at a paper and saving it somebody may have restricted an entry, or taken a part
    of it back. Nothing is read again while nobody has done anything. The panel's own copies stay
    with the panel.

    Args:
        desk: Who lets it leave.
        draft: As it was looked at.
        recipient: To whom at the agency, if anybody was named.

    Raises:
        GuardError: `agency-not-told`, `worker-not-told`: they must not be told about somebody it
            is about; `paper-outdated`; or as for `draft_papers`.
        BasisLackingError: Their basis was withdrawn since.
    """
    if draft.order is None or not draft.goes_out:
        return
    if draft.audience.agency is not None:
        named = references_in(draft.model, read_panel_face(desk).prefix)
        agency, person = draft.audience.agency, draft.person
        check_is_told(desk, agency, references=named, person=person, recipient=recipient)
    if draft.moment == read_moment(desk):
        return
    if draft.model not in _models_now(desk, draft.order):
        raise GuardError("paper-outdated")


def _models_now(desk: Desk, order: Order) -> list[Model]:
    try:
        return [one.model for one in draft_papers(desk, order)]
    except BasisLackingError:
        raise
    except (MissingRecordError, WithheldError):
        return []


def _of_this_alone(order: Order, draft: Draft) -> Order:
    """Say what gives one paper, where the order gives those of everybody or of the last day."""
    model, number = draft.model, order.escalation
    if isinstance(model, EscalationBriefing):
        number = model.number
    return replace(
        order,
        password="",
        meeting=draft.subject if draft.meeting else order.meeting,
        person=model.reference if isinstance(model, Plan) else order.person,
        escalation=number,
    )


def _of_meeting(
    model: Callable[[Desk, UUID, Audience], Model], desk: Desk, order: Order, audience: Audience
) -> Iterator[Draft]:
    meeting = find_meeting(desk, order.meeting)
    read, name = model(desk, meeting.id, audience), order.kind.value
    yield Draft(order.kind, audience, read, meeting.reference, name, meeting=meeting.id)


def _of_panel(
    model: Callable[[Desk, Audience], Model], desk: Desk, order: Order, audience: Audience
) -> Iterator[Draft]:
    yield Draft(order.kind, audience, model(desk, audience), _short(desk), order.kind.value)


def _tracker(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    tracker = tracker_model(desk, audience, order.narrowed)
    name = _which(order, "part" if tracker.narrowed else "")
    yield Draft(order.kind, audience, tracker, _short(desk), name)


def _gaps(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    register = gap_register_model(desk, audience, order.since)
    name = _which(order, f"since {register.since}" if order.since else "")
    yield Draft(order.kind, audience, register, _short(desk), name)


def _of_period(
    model: Callable[[Desk, Audience, Period], Model], desk: Desk, order: Order, audience: Audience
) -> Iterator[Draft]:
    period = order.period or quarter_to(desk.today())
    name = _which(order, f"{period.from_on} to {period.until_on}")
    yield Draft(order.kind, audience, model(desk, audience, period), _short(desk), name)


def _demand(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    report = demand_model(desk, audience, order.demand)
    wanted = order.demand
    parts = [f"{wanted.months} months", "closed too" if wanted.closed_too else ""]
    parts.append(wanted.programme.hex[-_OF_A_CODE:] if wanted.programme else "")
    name = _which(order, " ".join(filter(None, parts)))
    yield Draft(order.kind, audience, report, _short(desk), name)


def _outreach(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    find = without_withheld(desk, outreach_model(desk, audience, order.on, order.area), audience)
    kind = _which(order, find.id.hex[-_OF_A_CODE:] if find.id else "none")
    yield Draft(order.kind, audience, find, f"{_short(desk)}_{find.on}", kind)


def _disposals(desk: Desk, order: Order, _audience: Audience) -> Iterator[Draft]:
    """Read what is to be erased; there is but one copy, the panel's own."""
    model = disposal_list_model(desk)
    yield Draft(order.kind, WHOLE_PANEL, model, _short(desk), order.kind.value)


def _certificate(desk: Desk, order: Order, _audience: Audience) -> Iterator[Draft]:
    model = certificate_model(desk, order.person)
    yield Draft(order.kind, WHOLE_PANEL, model, model.reference, order.kind.value)


def _of_one(
    model: Callable[[Desk, UUID], Model],
    desk: Desk,
    order: Order,
    _audience: Audience,
    *,
    whose: Audience = WHOLE_PANEL,
) -> Iterator[Draft]:
    """Read what is about one person, and for no agency."""
    person = find_person(desk, order.person)
    read, subject = model(desk, person), order.person.upper()
    yield Draft(order.kind, whose, read, subject, order.kind.value, person=person)


def _access_list(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    """Read what an officer decides; it goes to them, and to no agency."""
    for draft in _of_one(access_list_model, desk, order, audience):
        yield replace(draft, audience=Audience(draft.model.imprint.recipient))


def _access(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    return _of_one(access_model, desk, order, audience, whose=lines.themselves())


def _own_plan(
    variant: OwnPlanVariant, desk: Desk, order: Order, audience: Audience
) -> Iterator[Draft]:
    def model(desk: Desk, person: UUID) -> Model:
        return own_plan_model(desk, person, variant)

    return _of_one(model, desk, order, audience, whose=lines.themselves())


def _journey(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    person, plain = find_person(desk, order.person), order.kind is PaperKind.JOURNEY
    model = journey_model(desk, person, audience, for_learning=not plain)
    model = without_withheld(desk, model, audience)
    subject = order.person.upper() if plain else _short(desk)
    yield Draft(order.kind, audience, model, subject, order.kind.value, person=person)


def _letter(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    person = find_person(desk, order.person)
    letter, whom = letter_of(desk, order.kind, person, audience)
    _check_written_to(audience, whom)
    letter = without_withheld(desk, letter, whom)
    to = letter.imprint.recipient if whom.agency else ""
    name = order.kind.value
    yield Draft(order.kind, whom, letter, order.person.upper(), name, person=person, to=to)


def _check_written_to(asked: Audience, whom: Audience) -> None:
    """Refuse to pass over an agency that was named: what has one reader goes to nobody else."""
    if asked.agency is not None and asked.agency != whom.agency:
        raise GuardError("written-to-another")


def _plans(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    if order.person:
        person = find_person(desk, order.person)
        yield _plan(plan_model(desk, person, audience), order.kind, audience, person)
        return
    found = False
    for person in find_people_with_plan(desk):
        try:
            model = plan_model(desk, person, audience)
        except WithheldError:
            continue  # of everybody, only those this audience may have
        found = True
        yield _plan(model, order.kind, audience, person)
    if not found:
        raise MissingRecordError(what="plan", key="")


def _plan(model: Plan, kind: PaperKind, audience: Audience, person: UUID) -> Draft:
    name = f"{kind.value}_v{model.version}"
    return Draft(kind, audience, model, model.reference, name, person=person)


def _briefings(desk: Desk, order: Order, audience: Audience) -> Iterator[Draft]:
    if order.escalation:
        draft = _briefing(desk, find_escalation(desk, order.escalation))
        _check_written_to(audience, draft.audience)
        yield draft
        return
    found = False
    for escalation in find_open_escalations(desk, agency=audience.agency):
        try:
            draft = _briefing(desk, escalation)
        except (WithheldError, GuardError):
            continue  # of all that are open, only those whose receivers are there and may have it
        found = True
        yield draft
    if not found:
        raise MissingRecordError(what="escalation", key="")


def _briefing(desk: Desk, escalation: UUID) -> Draft:
    model, facts = briefing_model(desk, escalation)
    person = facts.person.id if facts.person else None
    return Draft(
        PaperKind.ESCALATION, facts.audience, model, model.number, "escalation", person=person
    )


def _which(order: Order, part: str) -> str:
    """Name a paper by its kind and its part, so that another part does not take its place."""
    return "_".join(filter(None, (order.kind.value, part)))


def _short(desk: Desk) -> str:
    """Name the panel in a file name: by its prefix, never by a person."""
    return read_panel_face(desk).prefix or "panel"


_DRAFTS: Mapping[PaperKind, _Drafts] = {
    PaperKind.AGENDA: partial(_of_meeting, agenda_model),
    PaperKind.MINUTES: partial(_of_meeting, minutes_model),
    PaperKind.PACK: partial(_of_meeting, pack_model),
    PaperKind.TRACKER: _tracker,
    PaperKind.COVER: partial(_of_panel, cover_model),
    PaperKind.REFERRAL_FORM: partial(_of_panel, referral_form_model),
    PaperKind.TONIGHT: partial(_of_panel, tonight_model),
    PaperKind.AUDIT_LOG: partial(_of_panel, audit_model),
    **{kind: partial(_of_panel, model) for kind, model in OFFICE_MODELS.items()},
    PaperKind.GAPS: _gaps,
    PaperKind.DEMAND: _demand,
    PaperKind.ACCOUNTABILITY: partial(_of_period, accountability_model),
    PaperKind.REPORT: partial(_of_period, quarter_model),
    PaperKind.LEARNING: partial(_of_period, learning_model),
    PaperKind.PLACES: partial(_of_panel, place_register_model),
    PaperKind.OUTREACH: _outreach,
    PaperKind.ESCALATION: _briefings,
    PaperKind.PLAN: _plans,
    PaperKind.PLAN_PAGE: _plans,
    PaperKind.ACCESS: _access,
    PaperKind.ACCESS_LIST: _access_list,
    PaperKind.DISCLOSURE_SCHEDULE: partial(_of_one, schedule_model),
    PaperKind.DISPOSALS: _disposals,
    PaperKind.CERTIFICATE: _certificate,
    PaperKind.MY_PLAN: partial(_own_plan, OwnPlanVariant.EASY_READ),
    PaperKind.MY_PLAN_LARGE: partial(_own_plan, OwnPlanVariant.LARGE_PRINT),
    PaperKind.MY_PLAN_PLAIN: partial(_own_plan, OwnPlanVariant.PLAIN),
    PaperKind.JOURNEY: _journey,
    PaperKind.JOURNEY_LEARNING: _journey,
    **dict.fromkeys(LETTERS, _letter),
}
