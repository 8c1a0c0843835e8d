"""How a line of the room says that few may see it: *r: police, ring the flat, by Fri*.

A line that says nothing of it is standard, which costs no key. The words are those of the forms.
"""

import re
from dataclasses import dataclass, field

from coordinator.domain.states import Sensitivity

MARK = "r: "
"""What the key for it puts before a line."""

_CALLED = {
    "r": Sensitivity.RESTRICTED,
    "restricted": Sensitivity.RESTRICTED,
    "third party": Sensitivity.THIRD_PARTY,
    "serious harm": Sensitivity.SERIOUS_HARM,
    "privileged": Sensitivity.PRIVILEGED,
}
_SAID = re.compile(
    rf"\s*({'|'.join(one.replace(' ', '[ -]') for one in _CALLED)})\s*:\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ForFew:
    """A line without what it says of who may see it.

    Attributes:
        mark: What was taken off, as typed; empty where the line says nothing of it.
    """

    text: str = field(repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD
    mark: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether few may see it."""
        return self.sensitivity is not Sensitivity.STANDARD


def for_few(line: str) -> ForFew:
    """Take off what a line says of who may see it."""
    found = _SAID.match(line)
    if found is None:
        return ForFew(line)
    called = found.group(1).casefold().replace("-", " ")
    return ForFew(line[found.end() :], _CALLED[called], found.group(0))


def turned(line: str) -> str:
    """Say of a line that few may see it; where it says so, that everybody may."""
    said = for_few(line)
    return said.text if said.is_marked else MARK + line
