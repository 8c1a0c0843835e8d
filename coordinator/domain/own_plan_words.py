"""My plan as it is kept: a text, one sentence to a line, each led by the part it belongs to.

`matters: My dog comes first.` Lines that begin with *seen* say what the plan held when the part
was written or signed off; the line *said* is what the person said of it. Anybody can read the text
in the history of the record. The names of the parts are permanent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coordinator.domain.own_plans import Part, Words

_SEEN, _SAID = "seen", "said"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the text of one record says.

    Attributes:
        seen: By part, the mark of what the plan held.
        said: What the person said of it.
    """

    words: Words = field(default_factory=dict, repr=False)
    seen: Mapping[Part, str] = field(default_factory=dict)
    said: str = field(default="", repr=False)

    def with_part(self, part: Part, lines: tuple[str, ...]) -> "Kept":
        """The same, one part written anew."""
        return replace(self, words={**self.words, part: lines})


def to_text(kept: Kept) -> str:
    """Write it down."""
    lines = [f"{part}: {line}" for part in Part for line in kept.words.get(part, ())]
    lines += [f"{_SEEN} {part}: {kept.seen[part]}" for part in Part if part in kept.seen]
    lines += [f"{_SAID}: {line}" for line in kept.said.splitlines() if line.strip()]
    return "\n".join(lines)


def from_text(text: str) -> Kept:
    """Read it back; lines of parts that this version does not know are left out."""
    words: dict[Part, tuple[str, ...]] = {}
    seen: dict[Part, str] = {}
    said: list[str] = []
    known = {part.value: part for part in Part}
    for line in text.splitlines():
        key, _colon, rest = line.partition(": ")
        if key == _SAID:
            said.append(rest)
        elif key in known:
            part = known[key]
            words[part] = (*words.get(part, ()), rest)
        elif key.removeprefix(f"{_SEEN} ") in known:
            seen[known[key.removeprefix(f"{_SEEN} ")]] = rest
    return Kept(words, seen, "\n".join(said))


def signed_words(text: str) -> str:
    """Give the part of the text that is signed: what it says, without what came of it."""
    return to_text(Kept(from_text(text).words))
