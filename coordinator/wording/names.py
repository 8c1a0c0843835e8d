"""People's names: in full inside their own section, hidden anywhere else.

A hidden name is initials and reference. It is made from the stored name only; nothing here decides
who may see which: `domain.need_to_know.rule` does.
"""

import unicodedata
from dataclasses import dataclass

from coordinator.wording.translation import _

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A person's name as stored; any part may be empty."""

    reference: str
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""

    def __repr__(self) -> str:
        return f"NameParts({self.reference})"  # logs never hold a name


def full_name(name: NameParts) -> str:
    """Write the name for the person's own section: *Kezia Trelawny (likes Kez)*."""
    on_file = _joined(name.given_name, name.family_name)
    if not on_file:
        return isolated(name.preferred_name.strip()) or name.reference
    if not name.preferred_name.strip() or name.preferred_name.strip().casefold() in _ways_of(name):
        return isolated(on_file)
    return _(
        "{name} (likes {chosen})", name=isolated(on_file), chosen=isolated(name.preferred_name)
    )


def chosen_name(name: NameParts) -> str:
    """Write the name they chose, for a list on screen: *Kez Trelawny*."""
    called = name.preferred_name.strip() or name.given_name
    if name.family_name and name.family_name.casefold() in called.casefold():
        return isolated(called.strip())
    return isolated(_joined(called, name.family_name)) or name.reference


def first_name(name: NameParts) -> str:
    """Write what to call them, for their own copy of the plan: *Kez*."""
    return isolated(
        name.preferred_name.strip() or name.given_name.strip() or name.family_name.strip()
    )


def hidden_name(name: NameParts) -> str:
    """Write the form for anything that leaves the list: *KT (SC-0142)*."""
    letters = initials(name)
    if not letters:
        return name.reference
    return f"{isolated(letters)} ({name.reference})"


def shown_name(name: NameParts, *, hidden: bool) -> str:
    """Write a person for a screen that may be looked at by others: hidden, or as they chose."""
    return hidden_name(name) if hidden else chosen_name(name)


def initials(name: NameParts) -> str:
    """Take the first letter of the name they chose and of the family name, as capitals.

    A one-word name has one; what carries no letter (a figure, a pictogram) has none.
    """
    called = name.preferred_name.strip() or name.given_name
    return _first_letter(called) + _first_letter(name.family_name)


def isolated(text: str) -> str:
    """Wrap text holding right-to-left letters so that what stands beside it keeps its order."""
    if not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return text
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _ways_of(name: NameParts) -> set[str]:
    """List what would say nothing new: the given name, its first word, the whole name."""
    given = name.given_name.strip()
    words = {given, _joined(given, name.family_name), *given.split()[:1]}
    return {word.casefold() for word in words}


def _first_letter(text: str) -> str:
    """Find the first letter, as a capital where its script has them, with the marks on it."""
    composed = unicodedata.normalize("NFKC", text)
    for place, character in enumerate(composed):
        if character.isalpha():
            return character.upper()[0] + _marks_after(composed, place)
    return ""


def _marks_after(text: str, place: int) -> str:
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return text[place + 1 : end]
