"""Invented papers to print: a panel in a made-up county, with every section filled."""

from datetime import date, time

from coordinator.domain.papers.imprint import ActionLine, EscalationLine, Imprint, Label, Tone
from coordinator.domain.papers.minutes import (
    AgencyNote,
    AttendanceLine,
    Correction,
    DecisionLine,
    DiscussedPerson,
    MeetingFacts,
    Minutes,
    MinutesStage,
    Topic,
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
