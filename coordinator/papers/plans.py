"""A person's plan, read for one audience and put into words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.leads.deputies import read_lead_deputy
from coordinator.casework.money.reading import read_money
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.plans.reading import read_plan, read_version, read_versions
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.papers.imprint import Label, Tone
from coordinator.domain.papers.plan import ChangeLine, Plan, VersionLine, WishLine
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.person.case_sheets import Audience, CaseFacts
from coordinator.domain.plans.views import PlanView, VersionRow
from coordinator.domain.states import PlanStatus
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.papers.asking import of_rows
from coordinator.papers.bare import check_leaves
from coordinator.papers.needs import enquiry_lines, needs_lines
from coordinator.papers.plan_lines import PlanLines
from coordinator.papers.withholding import without_withheld
from coordinator.wording.dates import day
from coordinator.wording.differences import began, difference_words, summary
from coordinator.wording.holding import constraint_words
from coordinator.wording.kept_back import kept_back_words
from coordinator.wording.labels import label
from coordinator.wording.ledger import paper_lines, plan_words
from coordinator.wording.names import first_name
from coordinator.wording.scores import with_acknowledgement
from coordinator.wording.translation import _
from coordinator.wording.unsettled import unsettled_words
from coordinator.wording.voice import alone_words, balance_words, owner_words

_TONES = {PlanStatus.AGREED: Tone.GOOD, PlanStatus.PROPOSED: Tone.NOTE}


def plan_model(desk: Desk, person: UUID, audience: Audience) -> Plan:
    """Read the live plan of a person as the plan and the plan on a page print it.

    Raises:
        MissingRecordError: No such person, or no live plan.
        WithheldError: The audience may not see them.
        BasisLackingError: Without a complete basis they are told of by initials only.
    """
    view = read_plan(desk, person, reader=audience.reader)
    facts = read_case_facts(desk, [person], reader=audience.reader)[person]
    check_leaves(desk, PaperKind.PLAN, person)
    versions = read_versions(desk, person, reader=audience.reader)
    panel = read_panel_face(desk)
    mark = lines.imprint(
        panel,
        audience,
        _("{reference} plan", reference=facts.reference),
        desk.today(),
        version=_version(view.version),
    )
    whole = Plan(
        imprint=mark,
        reference=facts.reference,
        name=lines.own_section_name(facts),
        preferred_name=first_name(lines.parts(facts.reference, facts.name)),
        status=Label(label(view.status), _TONES.get(view.status, Tone.PLAIN)),
        version=view.version,
        agreed_on=view.agreed_on,
        agreed_at=view.agreed_at,
        review_on=facts.next_review_on,
        lead=facts.lead,
        lead_phone=facts.lead_phone,
        deputy=_deputy(desk, person, audience),
        basis=lines.basis_line(facts, desk.today()),
        scored=tuple(with_acknowledgement(facts.scored, desk.today())),
        contact_rules="\n".join(_contact_rules(view, facts, desk.today())),
        agreed_with_person=_agreed(view, desk.today()),
        copy_given=_copy_given(view, desk.today()),
        needs=needs_lines(facts.needs),
        enquiries=tuple(enquiry_lines(facts.enquiries, desk.today())),
        since_agreed=tuple(
            ChangeLine(began(words)) for words in difference_words(view.since_agreed)
        ),
        versions=tuple(_version_line(desk, row, audience) for row in versions),
    )
    wanted = EscalationFilter(person_id=person)
    asked = of_rows(find_escalations(desk, wanted, reader=audience.reader))
    money = read_money(desk, person, reader=audience.reader)
    whole = replace(
        _with_lists(_with_text(whole, view.text), view, desk.today()),
        escalations=asked,
        money=tuple(map(plan_words, paper_lines(money.lines))),
    )
    return without_withheld(desk, whole, audience)


def _with_text(plan: Plan, text: Mapping[str, str]) -> Plan:
    return replace(
        plan,
        matters=text["what_matters"],
        helps=text["how_to_work"],
        avoid=text["what_to_avoid"],
        triggers=text["triggers"],
        preferred_words=text["preferred_words"],
        trusts=text["who_i_trust"],
        formulation=text["formulation"],
        direction=text["direction"],
        warning_signs=text["warning_signs"],
        contingency=text["contingency"],
        ring=text["who_to_ring"],
        unknowns=text["unknowns"],
    )


def _with_lists(plan: Plan, view: PlanView, today: date) -> Plan:
    told = PlanLines(view, today)
    return replace(
        plan,
        goals=told.goals(),
        actions=told.actions(),
        offers=told.offers(),
        home=tuple(constraint_words(one) for one in view.constraints),
        risks=told.risks(),
        strengths=told.strengths(),
        barriers=told.barriers(),
        wishes=tuple(_wish_line(wish) for wish in view.wishes),
        kept_back=kept_back_words(view),
        unsettled=unsettled_words(view),
        both=told.own_marks(),
        balance=" ".join(filter(None, (balance_words(view.balance), alone_words(view.balance)))),
    )


def _wish_line(wish: WishRow) -> WishLine:
    return WishLine(
        words=wish.words,
        asked_on=wish.asked_on,
        owner=owner_words(wish.owner),
        answer_by=wish.answer_by,
        answer=wish.answer,
        answered_on=wish.answered_on,
        is_told=wish.told_on is not None,
    )


def _deputy(desk: Desk, person: UUID, audience: Audience) -> str:
    """Say whom to ask while the lead is away; empty where nobody is named, which a paper says."""
    found = read_lead_deputy(desk, person, reader=audience.reader)
    parts = (found.name, found.agency, found.phone) if found else ()
    return ", ".join(part for part in parts if part)


def _version(number: int) -> str:
    return _("version {number}", number=number) if number else _("not agreed yet")


def _agreed(view: PlanView, today: date) -> str:
    said = view.with_person.answer
    if said is None:
        return ""
    on = view.with_person.on
    return f"{label(said)}, {day(on, today)}" if on else label(said)


def _copy_given(view: PlanView, today: date) -> str:
    on = view.with_person.copy_given_on
    return day(on, today) if on else ""


def _version_line(desk: Desk, row: VersionRow, audience: Audience) -> VersionLine:
    changes = read_version(desk, row.id, reader=audience.reader).changes
    told = [summary(changes) if changes else "", row.reason]
    words = "; ".join(part for part in told if part) or _("First agreed version")
    return VersionLine(row.number, row.agreed_on, row.agreed_at, words)


def _contact_rules(view: PlanView, facts: CaseFacts, today: date) -> Iterator[str]:
    """Say how to get in touch: what a worker must know first comes first, in neutral words."""
    yield from PlanLines(view, today).warnings()
    if facts.safe_contact:
        yield facts.safe_contact
