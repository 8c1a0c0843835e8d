"""What is said at the scripted meeting: ten people talked about, of twelve. All invented."""

from collections.abc import Mapping, Sequence

from coordinator.ui.kit.shortcuts import Key
from tests.journeys.live_script import (
    ENTER,
    Agreed,
    Dissent,
    Note,
    Pass,
    Press,
    Say,
    Stroke,
    Talk,
    strokes_of,
)

POLICE = "Porthkerris Neighbourhood Police"
HOSPITAL = "Kerris Bay Hospital"
MINDS = "Kerris Minds NHS Community Team"
STONES = "Stepping Stones Drug and Alcohol Service"
KETTLE = "The Kettle Day Centre"
LANTERN = "Lantern Street Outreach"
OPTIONS = "Porthkerris Housing Options"
HOMES = "Gwel an Mor Homes"
HARBOUR = "Safe Harbour Domestic Abuse Service"
_DONE, _GOES_ON, _NOT_DONE, _COULD_NOT = (Press(one) for one in "1234")

TO_THE_MEETING: Sequence[Stroke] = (
    Press(Key.MEETINGS),
    *[Press("Tab")] * 4,
    Press("Space"),
    Press("Tab"),
    Press("Space"),
)
"""From This week to the room: the meeting is chosen and opened."""

OPENING: Sequence[Stroke] = (
    Pass(6),
    Press("1"),  # the statement was read
    Press("2"),  # the last minutes are right
    Press("3"),  # who is here
    Press(Key.WHO_HERE),
    Press(Key.WHO_HERE),
    Press(Key.WHO_APOLOGIES),
    Press(Key.WHO_ABSENT),
    Press(Key.WHO_EVERYBODY),
    Press(Key.LIVE_NEXT),  # the check of actions is done person by person
)

ATTENDANCE: Sequence[str] = (
    "Police Dylan Ashcombe Neighbourhood Sergeant Present",
    "Ruth Adeyinka-Cole Probation Officer Apologies, no information",
    "Anjali Trewartha Social Worker Present for part Arrived 10:31",
    "Rhodri Penwarne Recovery Worker Present",
    "Karensa Bright Day Centre Manager Present",
)
"""Who came, as the minutes tell it."""

TALKS: Sequence[Talk] = (
    Talk(
        "PK-0029",
        (
            _DONE,
            _COULD_NOT,
            Press("1"),
            Say("No landlord on the list takes a dog"),
            ENTER,
            _GOES_ON,
        ),
        (
            "Done",
            "Barrier: Housing: none suitable No landlord on the list takes a dog",
            "In progress",
        ),
        (
            Note("police", POLICE, "Two calls this week, both about the shelter door"),
            Note("mental health", MINDS, "He has kept every appointment since October"),
        ),
        "I want to stay where I can hear the harbour",
        "Hold the room at the shelter for him until Christmas",
        "he sleeps there four nights in seven and knows the staff",
        Agreed(
            "Rhodri",
            f"Rhodri Penwarne {STONES}",
            "Go along to the shelter meeting",
            "Fri",
            "Fri 20 Nov",
        ),
        2,
        "Thu 3 December 2026",
        offers=(Note("Gwel", HOMES, "A locker by the shelter door for as long as he stays"),),
    ),
    Talk(
        "PK-0016",
        (_DONE,),
        ("Done",),
        (
            Note("hospital", HOSPITAL, "The ward keeps the bed for one more week"),
            Note("lantern", LANTERN, "Seen twice by the slipway, both times early"),
        ),
        "Nobody has asked me what I would like for breakfast",
        "Plan the discharge with outreach there on the day",
        "the last two discharges went to the street",
        Agreed(
            "hospital",
            f"Fergus Lindqvist {HOSPITAL}",
            "Name a day for the discharge",
            "Mon",
            "Mon 23 Nov",
        ),
        1,
        "Thu 26 November 2026",
        dissent=Dissent("Gwel", HOMES, "A tenancy would be too soon for us"),
    ),
    Talk(
        "PK-0015",
        (_DONE, _DONE, _DONE, _GOES_ON),
        ("Done", "Done", "Done", "In progress"),
        (
            Note("kettle", KETTLE, "She comes in for the knitting and stays for lunch"),
            Note("safe harbour", HARBOUR, "The safety plan was gone through on Tuesday"),
        ),
        "I trust the people at the Kettle",
        "Hand the lead over within the day centre",
        "she asked for the manager herself",
        Agreed(
            "kettle",
            f"Karensa Bright {KETTLE}",
            "Tell her doctor who leads now",
            "27 Nov",
            "Fri 27 Nov",
        ),
        4,
        "Thu 17 December 2026",
        lead=(
            Press(Key.LEAD),
            Say("", "Karensa Bright"),
            ENTER,
            Say("She likes to be rung before ten"),
            ENTER,
            Press("Y"),
        ),
        leads="Karensa Bright, The Kettle Day Centre",
        led="Gavin Eustice, The Kettle Day Centre",
    ),
    Talk(
        "PK-0019",
        (_DONE, _DONE, _GOES_ON, _DONE),
        ("Done", "Done", "In progress", "Done"),
        (
            Note("lantern", LANTERN, "He has moved his tent behind the fish market"),
            Note("stepping stones", STONES, "The script is picked up daily now"),
        ),
        "Let me keep my tools where I sleep",
        "Ask the harbour office for a locker",
        "his tools were taken twice this autumn",
        Agreed(
            "Elowen Marsh",
            f"Elowen Marsh {LANTERN}",
            "Ring the harbour office",
            "Fri",
            "Fri 20 Nov",
        ),
        2,
        "Thu 3 December 2026",
        also=(
            Press(Key.LIVE_SAID),
            Say("This was said about somebody else", "hospital: "),
            ENTER,
            Press(Key.UNDO),
        ),
        unsaid=("This was said about somebody else",),
    ),
    Talk(
        "PK-0030",
        (_NOT_DONE, Say("The enquiry waits for a second worker"), ENTER),
        ("Not done The enquiry waits for a second worker",),
        (
            Note("mental health", MINDS, "The crisis team saw her on Sunday"),
            Note("housing options", OPTIONS, "The duty to help runs until January"),
        ),
        "I am tired of telling it again",
        "One worker tells her story for her from now on",
        "she was asked the same by five of us",
        Agreed(
            "Jory",
            f"Jory Tremewan {OPTIONS}",
            "Write the story down with her",
            "Mon",
            "Mon 23 Nov",
        ),
        1,
        "Thu 26 November 2026",
    ),
    Talk(
        "PK-0014",
        (_DONE, _DONE, _GOES_ON),
        ("Done", "Done", "In progress"),
        (
            Note("hospital", HOSPITAL, "The clinic letter came back unopened"),
            Note("safe harbour", HARBOUR, "There is a bed from the first of December"),
        ),
        "I would go if my sister may visit",
        "Take the bed and ask about visits",
        "it is the only bed this side of the county",
        Agreed(
            "safe harbour", f"Noor Haddad-Lane {HARBOUR}", "Ask about visits", "Fri", "Fri 20 Nov"
        ),
        2,
        "Thu 3 December 2026",
        also=(Press(Key.LIVE_WHO), Press("Up"), Press(Key.WHO_TIMES)),  # she has come after all
    ),
    Talk(
        "PK-0026",
        (_DONE, _DONE, _GOES_ON),
        ("Done", "Done", "In progress"),
        (
            Note("Gwel", HOMES, "The rent is paid to the end of the year"),
            Note("kettle", KETTLE, "She helps in the kitchen on Wednesdays"),
        ),
        "I like having a key of my own",
        "Leave the tenancy as it is and visit monthly",
        "nothing has gone wrong since spring",
        Agreed(
            "Denise",
            f"Denise Colquhoun {HOMES}",
            "Visit with the kettle volunteer",
            "Mon",
            "Mon 23 Nov",
        ),
        4,
        "Thu 17 December 2026",
    ),
    Talk(
        "PK-0017",
        (_DONE, _DONE, _GOES_ON, _DONE, _DONE, _GOES_ON),
        ("Done", "Done", "In progress", "Done", "Done", "In progress"),
        (
            Note("stepping stones", STONES, "Three weeks without a missed day"),
            Note("housing options", OPTIONS, "The arrears are down to two hundred"),
        ),
        "I want my name on a door",
        "Put him forward for the flat in Fore Street",
        "he has done what was asked of him since summer",
        Agreed("Jory", f"Jory Tremewan {OPTIONS}", "Send the nomination", "Fri", "Fri 20 Nov"),
        2,
        "Thu 3 December 2026",
    ),
    Talk(
        "PK-0012",
        (_DONE, _DONE, _GOES_ON, _DONE, _GOES_ON),
        ("Done", "Done", "In progress", "Done", "In progress"),
        (
            Note("mental health", MINDS, "The waiting list is four months long"),
            Note("hospital", HOSPITAL, "Two nights on the ward since we met"),
        ),
        "Somebody should answer when I ring at night",
        "Agree one number that is answered at night",
        "each of the last three crises began after ten",
        Agreed("Kasia", f"Kasia Dębowska {MINDS}", "Share the night number", "Fri", "Fri 20 Nov"),
        2,
        "Thu 3 December 2026",
    ),
    Talk(
        "PK-0025",
        (_DONE, _GOES_ON),
        ("Done", "In progress"),
        (
            Note("lantern", LANTERN, "He waves now, and last week he talked"),
            Note("kettle", KETTLE, "A place at lunch is kept for him"),
        ),
        "Do not come all at once",
        "One of us visits, and nobody else goes unasked",
        "four of us stood at his tent on one morning",
        Agreed(
            "Rhodri", f"Rhodri Penwarne {STONES}", "Visit alone before eight", "Mon", "Mon 23 Nov"
        ),
        1,
        "Thu 26 November 2026",
    ),
)

DEFERRED: Sequence[Stroke] = (
    Press(Key.LIVE_LATER),
    Say("His worker is away until next week"),
    ENTER,
)
URGENT_REASON = "He was taken to the ward this morning"
URGENT_DECISION = "Ask the ward to ring before he leaves"
URGENT: Sequence[Stroke] = (
    Press(Key.LIVE_URGENT),
    Say("", "PK-0018"),
    ENTER,
    Say(URGENT_REASON),
    ENTER,
    Press("Y"),  # the chair hears it today
    Press(Key.LIVE_DECIDE),
    Say(URGENT_DECISION),
    ENTER,
    Say("nobody was told the last time"),
    ENTER,
    Press("N"),
    Press(Key.LIVE_NEXT),
)
CLOSING: Sequence[Stroke] = (
    Pass(4),
    Press(Key.LIVE_END),
    Press("4"),
    Say("The time was up before we came to it"),
    ENTER,
    Press(Key.DO_IT),
)
AFTERWARDS: Sequence[Stroke] = (
    Press("Space"),  # the minutes are issued
    Pass(30),
    Say("E-mail of 19 November, 11:40"),
    ENTER,
)


def strokes_of_all() -> Mapping[str, Sequence[Stroke]]:
    """Give the whole meeting, chapter by chapter; a person's is named by their reference."""
    chapters = {talk.reference: strokes_of(talk) for talk in TALKS}
    before, after = (dict(list(chapters.items())[part]) for part in (slice(8), slice(8, None)))
    return {
        "to the meeting": TO_THE_MEETING,
        "opening": OPENING,
        **before,
        "put off": DEFERRED,
        **after,
        "urgent": URGENT,
        "closing": CLOSING,
        "afterwards": AFTERWARDS,
    }
