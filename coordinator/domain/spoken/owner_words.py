"""The words that name somebody: folded, without what people say around a name."""

from coordinator.domain.people.duplicates import fold_name
from coordinator.domain.spoken.values import Part
from coordinator.domain.spoken.word_lists import listed

FILLERS = listed("the our from at of in for")
TITLES = listed(
    "dr mr mrs ms miss mx prof rev cllr sir dame pc ps dc ds di dci insp sgt sergeant inspector"
    " pcso constable"
)
PART_WORDS = {
    **dict.fromkeys(("me", "i", "ill", "myself"), Part.SITTER),
    **dict.fromkeys(("chair", "chair panel", "panel chair"), Part.CHAIR),
    **dict.fromkeys(
        ("lead", "lead professional", "her lead", "his lead", "their lead"), Part.LEAD
    ),
}
"""Words for who somebody is here, as `named` leaves them."""
I_WILL = (("i'll",), ("i\u2019ll",), ("i", "will"))
"""What an action begins with that whoever types takes on."""
ALSO_DOING = listed("chair lead")
"""Parts that are words of actions, too: *lead on the application*."""
_JOINS = listed("and with plus")
NOT_ALONE = listed(
    """support care advice help home homes health work access link contact review safe safety
    community street service services team unit trust group centre project society association
    council and the of for in on a an new north south east west day night first point"""
)
"""Words of agencies' names that are words of actions, too: alone they name no agency."""
_NO_INITIALS = listed(
    """ah am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we and are
    ask can did due for get got has her him his let may new not now one our out put say see she the
    try two use was who why you day fri"""
)
_FEWEST_INITIALS, _MOST_INITIALS = 2, 3


def named(words: str) -> tuple[str, ...]:
    """Fold the words that name: without *the* and *from*."""
    spaced = words.replace("/", " ").replace("&", " and ")
    return tuple(word for word in fold_name(spaced).split() if word not in FILLERS)


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave titles out where more is said: *PC Orr* is *Orr*, *PC* stays."""
    return tuple(word for word in words if word not in TITLES) or words


def parts_of(words: str) -> list[str]:
    """Split *police, housing and Sam* where several are named together."""
    spaced = words
    for join in "/&+":
        spaced = spaced.replace(join, " and ")
    parts: list[list[str]] = [[]]
    for word in spaced.split():
        if word.casefold() in _JOINS:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts]


def can_be_initials(folded: str, typed: str) -> bool:
    """Whether a word can be somebody's initials; a common word only in capitals."""
    if not _FEWEST_INITIALS <= len(folded) <= _MOST_INITIALS:
        return False
    return folded not in _NO_INITIALS or typed.strip().isupper()
