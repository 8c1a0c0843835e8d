"""An invented agenda, tracker and pack, with every section filled; and bare ones."""

from dataclasses import replace
from datetime import date, time

from coordinator.domain.lists.panel import AgendaSection
from coordinator.domain.panel.rundowns import Planned
from coordinator.domain.panel.settings import FormQuestion
from coordinator.domain.papers.agenda import AgencyActions, Agenda, AgendaItem
from coordinator.domain.papers.cover import AgencyLine, CoverSheet, StepRow, WaitingLine
from coordinator.domain.papers.imprint import (
    EscalationLine,
    Fact,
    Label,
    Tone,
)
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.outreach import FindLine, FindSheet
from coordinator.domain.papers.pack import (
    CaseSheet,
    ClosureSheet,
    ContactLine,
    Pack,
    ReferralSheet,
)
from coordinator.domain.papers.plan import (
    GoalLine,
)
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.domain.papers.tracker import Tracker
from tests.exports.example_basics import DAY, STATEMENT, action, attendance, imprint, meeting
from tests.exports.example_plans import plan


def item(person: str, **changes: object) -> AgendaItem:
    known: dict[str, object] = {
        "person": person,
        "lead": "Kasia Dębska",
        "why": "Second review; two nights out of the flat",
        "last_seen": date(2026, 11, 16),
        "wanted": "Agree visits over the winter break",
        "starts": time(10, 40),
        "minutes": 6,
    }
    return AgendaItem(**{**known, **changes})  # type: ignore[arg-type]


_AGENDA: dict[str, object] = {
    "imprint": imprint("agenda"),
    "meeting": meeting(),
    "statement": STATEMENT,
    "apologies": "Adult social care (report sent), Probation (seat vacant)",
    "previous": "M26-046, issued Fri 13 Nov. Are they accurate?",
    "actions_due": (
        AgencyActions("Adult social care", (action(9), action(11))),
        AgencyActions("Housing Options", (action(2),)),
    ),
    "parts": (
        *(Planned(one, 3) for one in AgendaSection if one is not AgendaSection.OWN),
        Planned(AgendaSection.OWN, 3, "Attendance and training", "Empty seats, inductions."),
    ),
    "escalations": (
        EscalationLine(
            "E26-003",
            "Fund a detox place outside the county for up to 14 days",
            "Head of commissioning",
            "NP (SC-0158)",
            date(2026, 11, 19),
            date(2026, 12, 3),
            Label("Answer awaited", Tone.WARN),
        ),
    ),
    "urgent": (
        item(
            "NP (SC-0158)",
            lead="",
            why="Found sleeping at the quay on Tue 17 Nov",
            wanted="A bed tonight; agree a lead",
            starts=time(10, 20),
        ),
    ),
    "reviews": (
        item("TG (SC-0142)"),
        item(
            "JB (SC-0131)",
            starts=time(10, 46),
            elsewhere="Adult safeguarding, section 42, open since Mon 2 Nov, ask Rosie Pine",
        ),
        item("MW (SC-0099)", starts=time(10, 52), last_seen=None),
    ),
    "referrals": (
        item(
            "KT (SC-0161)",
            starts=time(11, 20),
            referrer="R. Roskilly, Adult social care",
            offer="Keeps visiting weekly until a lead is agreed",
        ),
    ),
    "closures": (
        item(
            "AP (SC-0077)",
            starts=time(11, 40),
            why="Eight months in own flat",
            wanted="Ready to step down?",
        ),
    ),
    "topics": (Topic("Gap", "Detox places: fourth person this year waits over three weeks."),),
    "next_days": (date(2026, 11, 26), date(2026, 12, 3)),
    "deadlines": (
        "Referrals: two working days before",
        "Papers go out one working day before",
        "Late items on the day by exception, with the chair's yes",
    ),
}


def agenda(**changes: object) -> Agenda:
    return Agenda(**{**_AGENDA, **changes})  # type: ignore[arg-type]


def tracker(count: int = 12, **changes: object) -> Tracker:
    statuses = (
        Label("Open", Tone.PLAIN),
        Label("In progress", Tone.NOTE),
        Label("Waiting on other", Tone.WARN),
        Label("Done", Tone.GOOD),
        Label("Not done yet, new date 12 Dec", Tone.WARN),
        Label("Could not be done", Tone.NOTE),
    )
    actions = tuple(
        action(
            place,
            status=statuses[place % 6],
            moved=place % 3,
            note="Rang twice; the surgery answers on Monday." if place % 2 else "",
            updated_on=date(2026, 11, 17) if place % 2 else None,
            barrier="Mental health: threshold" if place % 6 == 5 else "",
            goal="Stay in my flat" if place % 4 else "",
        )
        for place in range(1, count + 1)
    )
    known: dict[str, object] = {
        "imprint": imprint("actions"),
        "actions": actions,
        "scope": "Open, and finished since 5 November",
        "totals": (
            Fact("Open", "8"),
            Fact("Past their date", "2"),
            Fact("Done on time", "71%"),
            Fact("Could not be done", "9%"),
        ),
    }
    return Tracker(**{**known, **changes})  # type: ignore[arg-type]


def case(reference: str = "SC-0142", **changes: object) -> CaseSheet:
    the_plan = plan()
    known: dict[str, object] = {
        "reference": reference,
        "initials": "TG",
        "name": "Tomos Gwynedd",
        "lead": "Kasia Dębska, Community mental health",
        "status": Label("Open", Tone.PLAIN),
        "phase": "stabilising",
        "days_on_list": 96,
        "basis": "Recorded, review 1 March",
        "last_seen": date(2026, 11, 16),
        "next_review": date(2026, 12, 17),
        "warnings": ("Visit in pairs (Police, 3 June; review 1 December)",),
        "needs": "6 areas of need, 3 high",
        "needs_which": "High: alcohol, housing. Some: drugs",
        "changes": ("Moved into the flat on 2 November", "Lead professional unchanged"),
        "scored": ("Needs score 27 (31 in August), Kasia Dębska, Thu 12 Nov",),
        "risks": the_plan.risks,
        "strengths": the_plan.strengths,
        "goals": the_plan.goals[:3],
        "actions": the_plan.actions,
        "barriers": the_plan.barriers,
        "escalations": the_plan.escalations,
        "question": "One visit a week, or two over the winter break?",
        "last_decision": "Keep the plan; review at the next panel (12 November).",
    }
    return CaseSheet(**{**known, **changes})  # type: ignore[arg-type]


_PACK: dict[str, object] = {
    "imprint": imprint("pack"),
    "agenda": agenda(),
    "variant": "full",
    "destroy_by": date(2026, 12, 18),
    "statement": STATEMENT,
    "attendance": attendance(),
    "tracker": tracker(),
    "referrals": (
        ReferralSheet(
            "SC-0161",
            "KT",
            "Kezia Trelawny",
            "Rhys Roskilly, Adult social care",
            date(2026, 11, 10),
            "Third admission in eight weeks.",
            ("Three or more need areas", "Repeated contact with emergency services"),
            "Two support plans, both ended at a missed appointment.",
            "Goes home to an unheated room.",
            "Keeps visiting weekly until a lead is agreed.",
            "She wants her sister there.",
            "Recorded",
            "",
            elsewhere=("MAPPA, open since Mon 2 Nov, ask Rosie Pine",),
        ),
    ),
    "closures": (
        ClosureSheet(
            "SC-0077",
            "AP",
            "Ana Pascoe",
            "Sasha Bolitho",
            "Goals met; eight months in her own flat.",
            (GoalLine("My own front door", status=Label("Achieved", Tone.GOOD)),),
            "Winter is hard; her GP holds it.",
            "GP surgery, 01632 960111",
            "Yes, on 9 November; she agrees.",
            "One worker for the whole year.",
        ),
    ),
    "escalations": agenda().escalations,
    "terms": (
        Fact("Purpose", "One plan, one lead professional and named actions."),
        Fact("Quorum", "Chair or deputy, and five of nine seats."),
    ),
    "contacts": (
        ContactLine(
            "Housing Options",
            "Morwenna Tregear",
            "Chair",
            "01632 960101",
            "morwenna.tregear@porthkerris.example",
        ),
        ContactLine("Probation"),
    ),
}


def pack(people: int = 3, **changes: object) -> Pack:
    cases = tuple(case(f"SC-{142 + place:04}") for place in range(people))
    return Pack(**{**_PACK, "cases": cases, **changes})  # type: ignore[arg-type]


def referral_form(**changes: object) -> ReferralForm:
    """A blank form with ticks, short and long questions."""
    known: dict[str, object] = {
        "purpose": "Adults with several needs at once.",
        "intro": "Answer as well as you can.",
        "criteria": ("Three or more areas of need", "Professional judgement: say why"),
        "questions": (
            FormQuestion("Who are you referring?", "Name, date of birth.", 3),
            FormQuestion("What has been tried?", "", 20),
        ),
        "send_to": "Aled Hâf, Kerrow Council",
        "send_by": "2 working days before the meeting",
    }
    mark = imprint("form", marking="OFFICIAL-SENSITIVE when completed", recipient="")
    return ReferralForm(mark, **{**known, **changes})  # type: ignore[arg-type]


def cover(**changes: object) -> CoverSheet:
    """The cover sheet of a panel in the middle of its week."""
    late, now = Label("Was due Tue 17 Nov", Tone.WARN), Label("Today", Tone.ACCENT)
    known: dict[str, object] = {
        "imprint": imprint("cover sheet"),
        "standing_in": ("Rhys Roskilly stands in for Aled Hâf (coordinator) until Fri 27 Nov.",),
        "meeting": meeting(),
        "stage": "Agenda issued",
        "steps": (
            StepRow(DAY, "Returns are in", late, "No word yet: Kerrow Homes 4."),
            StepRow(DAY, "The panel meets", now),
            StepRow(date(2026, 11, 20), "Draft minutes to the chair", Label(), "Thu 19 Nov."),
        ),
        "waiting": (Fact("Referrals waiting", "2"), Fact("Leads to agree", "1")),
        "referrals": (WaitingLine("TG (SC-0142)", "From Kerrow Homes", DAY),),
        "leads": (WaitingLine("AB (SC-0007)", "14 days", DAY),),
        "unsigned": (WaitingLine("M26-046", "Minutes issued", DAY),),
        "agencies": (
            AgencyLine("Kerrow Homes", 5, 2, 4, "Rhys Roskilly", "01632 960012"),
            AgencyLine("", 1, 0, 1),
            AgencyLine("Probation", name="Ruth Cole", email="ruth.cole@example.org"),
        ),
    }
    return CoverSheet(**{**known, **changes})  # type: ignore[arg-type]


def outreach(people: int = 2, **changes: object) -> FindSheet:
    """A sheet with somebody about whom everything is known, and somebody without a basis."""
    line = FindLine(
        "KT (SC-0142)",
        where="The multi-storey car park, lower floor; the day centre most mornings",
        reach="07700 900123, not safe to ring. Not after six",
        worker="Rhys Roskilly",
        why="Missing? Not seen for 16 days; 1 action is due",
        seen="Last seen 16 days ago",
        warnings=("Keeps a dog that does not like strangers (from the day centre; review Fri)",),
        actions=("M26-001/4 Bring the form for the bus pass (Rhys Roskilly)",),
        tries=(
            "Mon 16 Nov 09:10: Not there. A friend says she sleeps at the quay now",
            "Fri 13 Nov: No reply",
            "Thu 12 Nov: Seen, not spoken to",
        ),
        unseen="16 days ago",
        place="The multi-storey car park, lower floor",
        mind=("Keeps a dog that does not like strangers",),
    )
    entered = replace(line, person="JB (SC-0007)", warnings=(), result="Thu 10:05: Met, talked")
    bare_one = FindLine("SC-0009", worker="Rhys Roskilly", is_bare=True)
    many = tuple(replace(line, person=f"KT (SC-{142 + at:04})") for at in range(people))
    known: dict[str, object] = {
        "area": "Porthmelyn",
        "lines": (*many, entered, bare_one) if people > 1 else many,
        "results": (
            "Talked",
            "Met briefly",
            "Met, no talk",
            "Not safe",
            "Seen only",
            "Not there",
            "No reply",
            "Message left",
            "Others told us",
        ),
    }
    return FindSheet(imprint("outreach"), DAY, **{**known, **changes})  # type: ignore[arg-type]
