"""What blocks setting up a tool or scoring with it: see `rules`."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

ACTS: Mapping[str, str] = {
    "assessment.scored": N_("Scored somebody with a tool"),
    "assessment.score_ended": N_("Noted that a score counts no more"),
    "tool.added": N_("Set up an assessment tool"),
    "tool.changed": N_("Changed an assessment tool"),
    "tool.edition_made": N_("Made a new edition of an assessment tool"),
    "tool.ended": N_("Ended an assessment tool"),
    "tool.taken_up": N_("Took up an assessment tool again"),
}

GUARDS: Mapping[str, tuple[str, str]] = {
    "tool-followed": (
        N_("This edition was followed by a newer one. It stays readable and is not used."),
        N_("Open the newest edition and go on there."),
    ),
    "tool-ended": (
        N_("This tool is used no more."),
        N_("Take it up again among the assessment tools, or choose another."),
    ),
    "tool-stands": (
        N_("This tool is in use."),
        N_("There is nothing to take up again."),
    ),
    "tool-name-taken": (
        N_("Another tool is called so by now."),
        N_("Give that one another name, then take this one up again."),
    ),
    "tool-empty": (
        N_("This tool has no items yet."),
        N_("Add its items among the assessment tools first."),
    ),
    "scoring-ended": (
        N_("It is noted already that this score counts no more."),
        N_("Score anew, if there is something to put right."),
    ),
}

FIELDS: Mapping[str, str] = {
    "past-adversity": N_(
        "is of past adversity: nobody is scored by that; note under needs that it was asked about"
    ),
    "tool-exists": N_("is what a tool is called already; change that one, or call this otherwise"),
    "off-step": N_("does not fall on a step; see how it is scored"),
    "not-above-lowest": N_("must be above the lowest score"),
    "before-lowest": N_("is below the first"),
    "bands-overlap": N_("overlaps with another band"),
    "beyond-total": N_("is outside what the items can come to"),
    "bands-unfit": N_("fit only a tool with scores; a list of factors has none"),
    "nothing-scored": N_("is needed for one item at least; a list of nothing known says nothing"),
    "too-many": N_("are more than a tool can hold"),
}

NAMES: Mapping[str, str] = {
    "lowest": N_("Lowest score"),
    "highest": N_("Highest score"),
    "step": N_("Step"),
    "item_words": N_("What it is called"),
    "items": N_("Items"),
    "bands": N_("Bands"),
    "band_name": N_("What it is called"),
    "band_lowest": N_("From"),
    "band_highest": N_("To"),
    "acknowledgement": N_("Acknowledgement"),
}
"""Fields of a tool and of its items as their forms show them."""

PROMPTS: Mapping[str, str] = {
    "tool-ended": N_("A tool is used no more."),
    "scoring-ended": N_("A score counts no more."),
}
