"""Invented papers to print: a panel in a made-up county, with every section filled."""

from datetime import date, time

from coordinator.domain.papers.agenda import AgencyActions, Agenda, AgendaItem
from coordinator.domain.papers.imprint import (
    ActionLine,
    EscalationLine,
    Fact,
    Imprint,
    Label,
    Tone,
)
from coordinator.domain.papers.meeting import AttendanceLine, MeetingFacts, Topic
from coordinator.domain.papers.minutes import (
    AgencyNote,
    Correction,
    DecisionLine,
    DiscussedPerson,
    Minutes,
    MinutesStage,
)
from coordinator.domain.papers.pack import (
    CaseSheet,
    ClosureSheet,
    ContactLine,
    Pack,
    ReferralSheet,
)
from coordinator.domain.papers.plan import (
    BarrierLine,
    ChangeLine,
    GoalLine,
    LevelLine,
    OfferLine,
    Plan,
    VersionLine,
)
from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.composing import Model, PaperKind

DAY = date(2026, 11, 19)
STATEMENT = (
    "What is shared here is confidential and used only to support the people on the list. "
    "Share these minutes only with named workers who need them for the actions. Each agency "
    "keeps its own record of its own actions. Report a breach to the coordinator within 24 hours."
)


def imprint(kind: str = "minutes", **changes: str) -> Imprint:
    known = {
        "panel": "Porthkerris Complex Needs Panel",
        "reference": f"M26-047 {kind}",
        "marking": "OFFICIAL-SENSITIVE",
        "version": "version 2",
        "recipient": "Housing Options, J. Patel",
        "handling": "Named workers only",
    }
    return Imprint(issued_on=DAY, **{**known, **changes})


def action(place: int = 1, **changes: object) -> ActionLine:
    known: dict[str, object] = {
        "number": f"M26-047/{place}",
        "text": "Meet Tomos to go through the plan in easy read",
        "owner": "Kasia Dębska",
        "agency": "Community mental health",
        "due": date(2026, 11, 27),
        "original_due": date(2026, 11, 27),
        "set_on": date(2026, 11, 5),
        "status": Label("Open", Tone.PLAIN),
        "person": "TG (SC-0142)",
    }
    return ActionLine(**{**known, **changes})  # type: ignore[arg-type]


def meeting() -> MeetingFacts:
    return MeetingFacts(
        kind="Weekly tasking panel",
        day=DAY,
        starts=time(10, 0),
        ends=time(12, 10),
        place="Room 4, Old Custom House, and video call",
        chair="Morwenna Tregear, Housing Options",
        minute_taker="Aled Hâf, panel office",
        quorum="Quorate: 6 of 9 seats",
        next_day=date(2026, 11, 26),
    )


def attendance() -> tuple[AttendanceLine, ...]:
    return (
        AttendanceLine(
            "Housing Options", "Morwenna Tregear", "Chair", Label("Present", Tone.GOOD)
        ),
        AttendanceLine(
            "Police, neighbourhood",
            "PC Dylan Ashdown",
            "Neighbourhood constable",
            Label("Present for part", Tone.GOOD),
            "Left at 11:20",
        ),
        AttendanceLine(
            "Community mental health",
            "Kasia Dębska",
            "Community nurse",
            Label("Present", Tone.GOOD),
        ),
        AttendanceLine(
            "Adult social care",
            "Rhys Roskilly",
            "Team manager",
            Label("Apologies, information sent", Tone.NOTE),
            "Report of Wed 18 Nov",
        ),
        AttendanceLine("Probation", "", "", Label("Seat vacant", Tone.WARN), "Since 4 September"),
        AttendanceLine(
            "Lived-experience group",
            "Nessa Carlyon",
            "Observer",
            Label("Observer", Tone.PLAIN),
            "Confidentiality signed",
        ),
    )


def discussed(reference: str = "SC-0142", **changes: object) -> DiscussedPerson:
    known: dict[str, object] = {
        "reference": reference,
        "initials": "TG",
        "name": "Tomos Gwynedd",
        "lead": "Kasia Dębska, Community mental health",
        "present": "All but Probation",
        "why_listed": "Second review. Two nights out of his flat last week.",
        "summary": "Tomos moved to supported housing on 2 November. He asked for fewer people "
        "to be involved and for texts, not letters.",
        "notes": (
            AgencyNote(
                "Housing Options",
                "Tenancy signed; two noise complaints, both settled by talking with neighbours.",
                date(2026, 11, 18),
            ),
            AgencyNote(
                "Community mental health",
                "Seen weekly; sleeping better; medicine reviewed.",
                date(2026, 11, 12),
            ),
            AgencyNote("Police, neighbourhood", "No contact since the move."),
        ),
        "own_view": "“I want to keep the flat and the dog. Tell me things straight, once, by one "
        "person.”",
        "own_view_by": "Kasia Dębska",
        "risks": ("Losing the flat if noise complaints go on", "Alone at weekends"),
        "strengths": ("Walks Pip every day", "Answers texts", "Trusts his nurse"),
        "decisions": (
            DecisionLine(
                "Keep the plan; review at the next panel. One visit a week at home.",
                "He is settling and asked for fewer people.",
                "Agreed; the chair asked whether anyone disagreed and nobody did.",
                "Police, neighbourhood would review after four weeks",
            ),
        ),
        "actions": (
            action(1),
            action(
                2,
                text="Close duplicate support referrals and tell Tomos by text",
                owner="Morwenna Tregear",
                agency="Housing Options",
            ),
            action(
                3,
                text="Agree what to do if noise complaints start again",
                owner="Dylan Ashdown",
                agency="Police, neighbourhood",
                moved=2,
                due=date(2026, 12, 4),
            ),
        ),
        "review_on": date(2026, 11, 26),
        "basis": "Public task; told about the panel on 14 August; basis recorded.",
    }
    return DiscussedPerson(**{**known, **changes})  # type: ignore[arg-type]


def minutes(**changes: object) -> Minutes:
    known: dict[str, object] = {
        "imprint": imprint(),
        "meeting": meeting(),
        "stage": MinutesStage.ISSUED,
        "statement": STATEMENT,
        "statement_read_at": time(10, 4),
        "attendance": attendance(),
        "previous": "Agreed as a true record, with one correction: action M26-046/4 is owned by "
        "Housing Options.",
        "could_not": (
            action(
                7,
                number="M26-046/7",
                text="Arrange a detox place for NP",
                owner="Sasha Bolitho",
                agency="Substance-use treatment",
                status=Label("Could not be done", Tone.NOTE),
                barrier="Substance use: no detox place",
                note="Next place in three weeks; a bed in Plymmouth was asked for.",
                person="NP (SC-0158)",
            ),
        ),
        "not_done": (
            action(
                9,
                number="M26-046/9",
                text="Send GP summary to the panel",
                owner="Rhys Roskilly",
                agency="Adult social care",
                status=Label("Not done yet, new date 12 Dec", Tone.WARN),
                note="Waiting for the surgery's reply.",
            ),
        ),
        "done": (
            action(
                3,
                number="M26-046/3",
                text="Arrange joint visit with outreach nurse",
                status=Label("Done", Tone.GOOD),
                note="Visited on Tue 17 Nov.",
            ),
        ),
        "people": (
            discussed(),
            discussed(
                "SC-0158",
                initials="NP",
                name="Nia Penrose",
                lead="",
                own_view="",
                risks=(),
                strengths=(),
            ),
        ),
        "escalations": (
            EscalationLine(
                "E26-003",
                "Fund a detox place outside the county for up to 14 days",
                "Head of commissioning, Public Health",
                "NP (SC-0158)",
                date(2026, 11, 19),
                date(2026, 12, 3),
                Label("Sent", Tone.NOTE),
            ),
        ),
        "topics": (
            Topic("Gaps", "No detox place within three weeks: fourth person this year."),
            Topic("Learning", "Texts, not letters, kept two people in touch this month."),
            Topic("Any other business", "None."),
        ),
        "distribution": ("Panel members who were present", "Adult social care: R. Roskilly"),
        "issued_on": date(2026, 11, 20),
    }
    return Minutes(**{**known, **changes})  # type: ignore[arg-type]


def approved_minutes() -> Minutes:
    return minutes(
        stage=MinutesStage.APPROVED,
        approved_on=date(2026, 11, 26),
        approved_by="Morwenna Tregear",
        approval_note="Recorded from the chair's e-mail of that day.",
        corrections=(Correction(date(2026, 12, 1), "Sasha Bolitho was present.", "Aled Hâf"),),
    )


def plan(**changes: object) -> Plan:
    known: dict[str, object] = {
        "imprint": imprint("plan", reference="SC-0142 plan", version="version 7"),
        "reference": "SC-0142",
        "name": "Tomos Gwynedd",
        "preferred_name": "Tom",
        "status": Label("Agreed", Tone.GOOD),
        "version": 7,
        "agreed_on": date(2026, 11, 12),
        "agreed_at": "M26-046",
        "review_on": date(2026, 12, 17),
        "lead": "Kasia Dębska",
        "lead_phone": "01632 960142",
        "deputy": "Duty desk, 01632 960100",
        "matters": "Keeping my flat and my dog, Pip\nSeeing my daughter every other Sunday\n"
        "Being told things straight, once, by one person",
        "admired": "He never forgets a name.\nPatient with animals",
        "helps": "Say who you are and why you came\nGive me a minute; loud rooms are hard\n"
        "Ask before you write things down",
        "avoid": "Letters\nTurning up in pairs without a text first",
        "trusts": "Kasia, my nurse\nMy sister Elin",
        "contact_rules": "Text after 11. Do not leave voice messages. Pip only barks.",
        "formulation": "Tom lost his home and his work in the year his mother died. "
        "Drinking keeps the nights short. Being passed from office to office makes him stay away. "
        "When one person stays, he comes back.",
        "direction": "A flat he keeps, with fewer people around him.",
        "goals": (
            GoalLine(
                "Stay in my flat",
                "Tenancy kept for six months",
                "My home",
                "No notice served",
                "Two evictions in 2025",
                date(2027, 5, 1),
                Label("Going well", Tone.GOOD),
                3,
                7,
            ),
            GoalLine(
                "Sleep through, four nights a week",
                "",
                "My health",
                "His own count, each Sunday",
                "One night",
                date(2027, 1, 31),
                Label("Open", Tone.PLAIN),
                4,
                6,
            ),
            GoalLine(
                "Sort my money",
                "Benefits in payment",
                "Money",
                "Award letter",
                "",
                date(2026, 12, 20),
                Label("Open", Tone.PLAIN),
                2,
                4,
            ),
            GoalLine("See more of my sister", "", "People I trust", "", "", None, Label(), 6, 5),
        ),
        "actions": (
            action(1),
            action(
                2,
                text="Go through the award letter and set up a budget",
                owner="Morwenna Tregear",
                agency="Housing Options",
                status=Label("In progress", Tone.NOTE),
            ),
            action(
                3,
                text="Agree a quiet-hours plan with next door",
                owner="Dylan Ashdown",
                agency="Police, neighbourhood",
                moved=2,
                due=date(2026, 12, 4),
                status=Label("Waiting on other", Tone.WARN),
            ),
            action(
                4,
                text="First meeting at the recovery café, with Pip",
                owner="Sasha Bolitho",
                agency="Substance-use treatment",
                due=date(2026, 12, 2),
            ),
        ),
        "offers": (
            OfferLine(
                "Community mental health",
                "One nurse, weekly home visits",
                "until May 2027",
                "",
                Label("Agreed", Tone.GOOD),
            ),
            OfferLine(
                "Housing Options",
                "No notice without the panel\u2019s knowledge",
                "for the tenancy",
                "While rent is paid direct",
                Label("Agreed", Tone.GOOD),
            ),
        ),
        "risks": (
            LevelLine("Losing the flat if noise complaints go on", "community", "Housing Options"),
            LevelLine("Alone at weekends", "the person"),
            LevelLine("Old friends who sell to him", "family and peers"),
            LevelLine("Benefits stopped at a missed appointment", "society"),
        ),
        "strengths": (
            LevelLine("Walks Pip every day", "the person"),
            LevelLine("Sister rings on Sundays", "family and peers"),
            LevelLine("Known and liked at the recovery café", "community"),
        ),
        "barriers": (
            BarrierLine(
                "Substance use: no detox place",
                "Wait of three weeks",
                "Substance-use treatment",
                date(2026, 10, 1),
                Label("Escalated", Tone.WARN),
            ),
        ),
        "escalations": (
            EscalationLine(
                "E26-003",
                "Fund a detox place outside the county for up to 14 days",
                "Head of commissioning",
                "",
                date(2026, 11, 19),
                date(2026, 12, 3),
                Label("Sent", Tone.NOTE),
            ),
        ),
        "warning_signs": "I miss two visits, or stop walking Pip.",
        "contingency": "Text me, then come round with Kasia. Do not cancel things. If I am not "
        "safe, stay with me.",
        "ring": "999 in danger; crisis line 01632 960199; tell Kasia.",
        "unknowns": "Whether the head injury of 2019 was ever looked at.",
        "agreed_with_person": "Yes, on Mon 23 November",
        "copy_given": "Yes, easy read, the same day",
        "since_agreed": (
            ChangeLine("1 action added, due date of 1 action moved", date(2026, 11, 14)),
            ChangeLine("What to avoid: reworded", date(2026, 11, 16)),
        ),
        "versions": (
            VersionLine(7, date(2026, 11, 12), "M26-046", "2 actions added, goal 1 reworded"),
            VersionLine(6, date(2026, 8, 20), "M26-034", "Lead professional changed"),
        ),
    }
    return Plan(**{**known, **changes})  # type: ignore[arg-type]


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


def agenda(**changes: object) -> Agenda:
    known: dict[str, object] = {
        "imprint": imprint("agenda"),
        "meeting": meeting(),
        "statement": STATEMENT,
        "apologies": "Adult social care (report sent), Probation (seat vacant)",
        "previous": "M26-046, issued Fri 13 Nov. Are they accurate?",
        "actions_due": (
            AgencyActions("Adult social care", (action(9), action(11))),
            AgencyActions("Housing Options", (action(2),)),
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
            item("JB (SC-0131)", starts=time(10, 46)),
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
    return Agenda(**{**known, **changes})  # type: ignore[arg-type]


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
            Fact("Done on time", "71 %"),
            Fact("Could not be done", "9 %"),
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
        "changes": ("Moved into the flat on 2 November", "Lead professional unchanged"),
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


def pack(people: int = 3, **changes: object) -> Pack:
    known: dict[str, object] = {
        "imprint": imprint("pack"),
        "agenda": agenda(),
        "variant": "full",
        "destroy_by": date(2026, 12, 18),
        "statement": STATEMENT,
        "attendance": attendance(),
        "tracker": tracker(),
        "cases": tuple(case(f"SC-{142 + place:04}") for place in range(people)),
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
    return Pack(**{**known, **changes})  # type: ignore[arg-type]


def bare() -> list[tuple[PaperKind, Model]]:
    """Papers about which nothing is known beyond what must be."""
    mark = Imprint("", "", DAY)
    empty_agenda = Agenda(mark, MeetingFacts("", DAY))
    person = DiscussedPerson("SC-0001", "")
    empty_case = CaseSheet("SC-0001", "")
    return [
        (PaperKind.AGENDA, empty_agenda),
        (PaperKind.AGENDA, Agenda(mark, MeetingFacts("", DAY), reviews=(AgendaItem("SC-0001"),))),
        (PaperKind.MINUTES, Minutes(mark, MeetingFacts("", DAY), MinutesStage.DRAFT)),
        (
            PaperKind.MINUTES,
            Minutes(mark, MeetingFacts("", DAY), MinutesStage.APPROVED, people=(person,)),
        ),
        (PaperKind.TRACKER, Tracker(mark)),
        (PaperKind.TRACKER, Tracker(mark, (ActionLine("", ""),))),
        (PaperKind.PLAN, Plan(mark, "SC-0001", "")),
        (PaperKind.PLAN_PAGE, Plan(mark, "SC-0001", "")),
        (PaperKind.PACK, Pack(mark, empty_agenda)),
        (
            PaperKind.PACK,
            Pack(
                mark,
                empty_agenda,
                tracker=Tracker(mark),
                cases=(empty_case,),
                referrals=(ReferralSheet("SC-0002", ""),),
                closures=(ClosureSheet("SC-0003", ""),),
            ),
        ),
    ]
