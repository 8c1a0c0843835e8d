"""What a letter prints: to whom, about whom, what it says and what it lists."""

from dataclasses import dataclass

from coordinator.domain.papers.imprint import ActionLine, Fact, Imprint


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part under its own heading; what is empty is left out."""

    title: str
    text: str = ""
    points: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter.

    Attributes:
        title: What it is; never a name.
        head: To whom, about whom, when.
        text: What comes before the parts; one paragraph for each line.
        ending: Who signs it, line by line.
        is_own: For the person it is about: large type, and one idea in a sentence.
    """

    imprint: Imprint
    title: str
    head: tuple[Fact, ...] = ()
    text: str = ""
    parts: tuple[LetterPart, ...] = ()
    ending: tuple[str, ...] = ()
    is_own: bool = False
