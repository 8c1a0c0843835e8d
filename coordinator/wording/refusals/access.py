"""What blocks answering somebody who asks what is held; `rules` says how to add one."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

Sentence = str | tuple[str, str]

GUARDS: Mapping[str, tuple[Sentence, str]] = {
    "access-open": (
        N_("A request of this person is not answered yet."),
        N_("Go on with that one: a second one within the month asks for the same."),
    ),
    "access-closed": (
        N_("This request was answered or closed."),
        N_("Record a new one if they ask again."),
    ),
    "access-none": (
        N_("This person has not asked to see what is held."),
        N_("Record the request first."),
    ),
    "access-identity": (
        N_("It has not been checked who asks."),
        N_("Note how and when it was checked, then try again."),
    ),
    "access-undecided": (
        (
            N_("An entry waits for the officer's decision."),
            N_("{count} entries wait for the officer's decision."),
        ),
        N_("Decide each of them, then try again."),
    ),
    "access-extension-late": (
        N_("The person has to be told of more time within the first month."),
        N_("Answer as soon as you can, and ask the data protection officer."),
    ),
}

FIELDS: Mapping[str, str] = {
    "access-too-far": N_("is more than two months after the first month"),
    "access-over": N_("is after the answer was owed"),
}

PROMPTS: Mapping[str, str] = {
    "access-extended": N_("More time is taken than a month."),
    "access-withdrawn": N_("The person took their request back."),
    "access-refused": N_("The request is refused as a whole."),
    "access-officer": N_("Somebody has to decide what is given."),
}
