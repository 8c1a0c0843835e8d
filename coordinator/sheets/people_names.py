"""A name in one cell, taken apart; what had to be decided is told."""

import re
from dataclasses import dataclass, replace

from coordinator.sheets.problems import Rule

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir"})
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "di", "da", "dos", "del", "la", "le", "al", "el", "bin",
     "ap", "ab", "st", "st."}
)  # fmt: skip
_ALSO = re.compile(
    r"[(\[]?\b(?:aka|a\.k\.a\.?|also known as|known as|alias)\b:?\s*", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"\u201c\u201d(']{1}([^\"\u201c\u201d()']{1,40})[\"\u201c\u201d)']{1}")
_LETTER = r"[^\W\d_]"
_INITIALS = re.compile(rf"{_LETTER}{{2}}|{_LETTER}(?:(?:\.\s?|\s){_LETTER}){{1,3}}\.?")
"""*KT*, or up to four letters with points or spaces between them; in any case."""
_ONLY_INITIALS = re.compile(rf"((?:{_LETTER}[\s.,'/-]*){{1,4}}?)\(?(\d*)\)?")
_SEVERAL = re.compile(r"\n|;|\s(?:and|&|\+)\s|\s/\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SplitName:
    """The parts of a name and, when there was a choice, the rule that says so."""

    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    aliases: tuple[str, ...] = ()
    rule: Rule | None = None


def split_name(said: str) -> SplitName:
    """Take a name apart.

    *Trelawny, Kezia* and *TRELAWNY Kezia* say themselves which is the family name; in *Kezia Anne
    Trelawny* the last word is taken, with the particles before it, and told as `name-split`. One
    word is a given name. A nickname in quotes or brackets is how they like to be called; what
    follows *aka* is another name. *K.T.*, *K T* and *KT* are initials, told as `initials`.
    """
    if _SEVERAL.search(said):
        return SplitName(rule=Rule.SEVERAL_PEOPLE)
    if _INITIALS.fullmatch(said) and said == said.upper():
        return replace(split_initials(said), rule=Rule.INITIALS)
    main, *also = _ALSO.split(said)
    aliases = tuple(one.strip(" )]") for one in also if one.strip(" )]"))
    nick = _QUOTED.search(main)
    words = _QUOTED.sub(" ", main).split()
    while words and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    given, family, rule = _parts(words)
    return SplitName(given, family, nick[1].strip() if nick else "", aliases, rule)


def split_initials(said: str) -> SplitName:
    """Take initials apart, from a column that says it holds them: *kt* is *K* and *T*.

    What is longer is a name after all; a figure that tells two people apart stays (*JS2*).
    """
    found = _ONLY_INITIALS.fullmatch(said.strip())
    if found is None:
        return split_name(said)
    *given, last = [one.upper() for one in found[1] if one.isalpha()]
    last += found[2]
    return SplitName(" ".join(given), last) if given else SplitName(last)


def are_initials(said: str) -> bool:
    """Whether a cell is written as initials are, in capitals: *KT*, *K.T.*, *JS2*."""
    found = _ONLY_INITIALS.fullmatch(said.strip())
    return found is not None and said == said.upper() and sum(map(str.isalpha, found[1])) > 1


def _parts(words: list[str]) -> tuple[str, str, Rule | None]:
    line = " ".join(words)
    if "," in line:
        family, _, given = line.partition(",")
        return given.strip(" ,"), family.strip(), None
    loud = [word for word in words if _is_loud(word)]
    if loud and len(loud) < len(words):
        quiet = [word for word in words if not _is_loud(word)]
        return " ".join(quiet), " ".join(loud), None
    if len(words) < 2:  # noqa: PLR2004 - a name of one word
        return line, "", Rule.NAME_ODD if line and not line.isalpha() else None
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:]), Rule.NAME_SPLIT


_SHORTEST_LOUD = 3


def _is_loud(word: str) -> bool:
    """Whether a word is in capitals as family names are in lists: *O'NEILL*, not *J.* or *AJ*."""
    return word.isupper() and sum(one.isalpha() for one in word) >= _SHORTEST_LOUD
