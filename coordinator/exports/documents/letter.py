"""Letters: a head of facts, what is said, its parts, who signs."""

from dataclasses import replace
from functools import partial

from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.exports.documents.actions import agreed_actions
from coordinator.exports.documents.opening import facts, opening, section, started
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.limiting import sparing_a_page
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tokens import TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day

_TYPE = replace(
    TYPE,
    title=replace(TYPE.title, size=21, leading=25),
    section=replace(TYPE.section, size=13.5, leading=17, before=9, after=2.5),
    body=replace(TYPE.body, size=11.5, leading=15.5, after=5),
    cell=replace(TYPE.cell, size=10.5, leading=13.5),
)
_OWN = replace(
    TYPE,
    title=replace(TYPE.title, size=25, leading=30),
    subtitle=replace(TYPE.subtitle, size=14, leading=20),
    section=replace(TYPE.section, size=17, leading=22, before=12, after=4),
    body=replace(TYPE.body, size=14.5, leading=21, after=7),
)
"""Of the letter to the person: 14 points or more, and air between the lines."""
_TIGHT = (0.966, 0.933)
"""What is a page less by this much smaller is a page less; the person's stays at 14 points."""
_SHORT = 24  # letters: facts of no more stand three beside each other


def letter_paper(letter: Letter) -> Paper:
    """Compose a letter."""
    type_, tight = (_OWN, _TIGHT[:1]) if letter.is_own else (_TYPE, _TIGHT)
    blocks = sparing_a_page(partial(_blocks, letter), type_, tight)
    return Paper(letter.title, letter.imprint, blocks)


def _blocks(letter: Letter, type_: Type) -> list[Block]:
    imprint = letter.imprint
    day = long_day(imprint.issued_on)
    under = ", ".join(part for part in (imprint.panel, day) if part.strip())
    blocks: list[Block] = opening(imprint, letter.title, under, type_)
    if letter.head:
        blocks.append(facts(letter.head, type_, columns=2))
    blocks += [Text(line, type_.body) for line in paragraphs(letter.text)]
    for part in letter.parts:
        blocks += _part(part, letter, type_)
    if letter.ending:
        blocks.append(_ending(letter.ending, type_))
    return blocks


def _part(part: LetterPart, letter: Letter, type_: Type) -> list[Block]:
    made: list[Block] = [Text(line, type_.body) for line in paragraphs(part.text)]
    made += bullets(part.points, type_.body)
    if part.facts:
        short = all(len(one.value) <= _SHORT for one in part.facts)
        made.append(facts(part.facts, type_, columns=3 if short else 2))
    if part.actions:
        made.append(agreed_actions(part.actions, type_, letter.imprint.issued_on))
    if not made:
        made = [Text(started(""), type_.body)]
    return [section(part.title, type_), *made]


def _ending(lines: tuple[str, ...], type_: Type) -> Group:
    first, *others = lines
    signed = [Text(Run(first, bold=True), replace(type_.body, before=14, after=0))]
    return Group([*signed, *(Text(line, type_.body) for line in others)])
