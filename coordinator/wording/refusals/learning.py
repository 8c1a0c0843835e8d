"""What stops a person who writes down what was learnt, or keeps themes, in words."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

FIELDS: Mapping[str, str] = {
    "one-of-these": N_("can be one thing only: a person, a meeting, a gap or a review"),
    "group-has-no-person": N_("is left out where the review is of a group"),
    "programme-exists": N_("is the name of a programme already"),
    "outside-programme": N_("is not between the days the programme runs"),
    "in-programme": N_("lies in a time they belong to this programme already"),
}

FIELD_NAMES: Mapping[str, str] = {
    "about": N_("What it is about"),
    "happened": N_("What happened"),
    "told_without_names": N_("What is told without names"),
    "recommendation": N_("The recommendation"),
    "found": N_("What the review found"),
    "to_public": N_("Risk to the public"),
    "to_partnership": N_("Risk to the partnership"),
    "mitigation": N_("Ability to mitigate"),
    "overall": N_("The overall"),
    "overall_reason": N_("Why the overall is so"),
}

GUARDS: Mapping[str, tuple[str, str]] = {
    "note-restricted": (
        N_("What is restricted stays at the panel."),
        N_("Write another note of what others may learn, without what is restricted."),
    ),
    "note-ended": (
        N_("This note was taken back."),
        N_("Write a new one, if there is something to learn."),
    ),
    "review-closed": (
        N_("This review is closed."),
        N_("Take it up again first, saying why."),
    ),
    "programme-ended": (
        N_("This programme has ended."),
        N_("Set up a new one, if it runs again."),
    ),
    "place-ended": (
        N_("They have left this programme already."),
        N_("Let them join again, if they came back."),
    ),
    "theme-ended": (
        N_("This theme was taken off the register."),
        N_("Put it on the register again, if it came back."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "learning-ended": N_("A learning note is taken back."),
    "review-reopened": N_("A review that was reported or closed is taken up again."),
    "programme-ended": N_("A programme ends."),
    "programme-left": N_("Somebody leaves a programme."),
    "theme-ended": N_("A theme is taken off the register."),
}

DUPLICATES: Mapping[str, tuple[str, str]] = {
    "theme-link": (
        N_("That is counted in this theme already."),
        N_("Nothing needs to be done."),
    ),
}

ACTS: Mapping[str, str] = {
    "learning.changed": N_("Changed a learning note"),
    "learning.ended": N_("Took back a learning note"),
    "learning.noted": N_("Wrote a learning note"),
    "learning.shared": N_("Said how far a learning note goes"),
    "programme.added": N_("Set up a programme"),
    "programme.changed": N_("Changed a programme"),
    "programme.ended": N_("Ended a programme"),
    "programme.joined": N_("Noted that somebody belongs to a programme"),
    "programme.left": N_("Noted that somebody left a programme"),
    "review.begun": N_("Began a learning review"),
    "review.changed": N_("Wrote in a learning review"),
    "review.closed": N_("Closed a learning review"),
    "review.recommended": N_("Kept what a review recommends, as an action"),
    "review.reopened": N_("Took up a learning review again"),
    "review.reported": N_("Noted that a learning review was reported"),
    "theme.added": N_("Put a theme on the register"),
    "theme.banded": N_("Entered how grave a theme is"),
    "theme.changed": N_("Changed a theme"),
    "theme.counted": N_("Counted a case or a gap in a theme"),
    "theme.ended": N_("Took a theme off the register"),
    "theme.uncounted": N_("Took a case or a gap off a theme"),
}
"""What was done, by the names of acts."""
