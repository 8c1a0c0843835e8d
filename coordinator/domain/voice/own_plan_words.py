"""My plan as it is kept: a text, one sentence to a line, each led by the part it belongs to.

`matters: My dog comes first.` Lines that begin with *seen* say what the plan held when the part
was written or signed off. What the person said of it stands beside the text; in records made when
there was one column for both, it is in lines of the text that begin with *said*. Anybody can read
the text in the history of the record. The names of the parts are permanent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coordinator.domain.voice.own_plans import Part, Words

_SEEN, _SAID = "seen", "said"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one record says.

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


def to_columns(kept: Kept) -> dict[str, str]:
    """Give what the two columns of the record hold."""
    return {"words": to_text(kept), "view_words": kept.said}


def from_columns(words: str, view_words: str) -> Kept:
    """Read a record; the text of one made before it had a column of its own is in the other."""
    if not words:
        return _from_text(view_words)
    return replace(_from_text(words), said=view_words)


def to_text(kept: Kept) -> str:
    """Write down what the plan says, without what the person said of it."""
    lines = [f"{part}: {line}" for part in Part for line in kept.words.get(part, ())]
    lines += [f"{_SEEN} {part}: {kept.seen[part]}" for part in Part if part in kept.seen]
    return "\n".join(lines)


def _from_text(text: str) -> Kept:
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


def signed_words(kept: Kept) -> str:
    """Give what is signed: what the plan says, without what came of it."""
    return to_text(Kept(kept.words))
