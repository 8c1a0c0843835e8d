"""Text that everybody can read: one idea to a sentence, short, without hard words.

Hints are gentle: whoever writes may leave a sentence as it is. Which words are hard is said by the
caller, because they belong to a language. Source: the easy-read guidance of gov.uk (10 to 15 words
a sentence, one idea each, hard words explained).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

MOST_WORDS = 15

_END = re.compile(r"(?<=[.!?])[\"'\u2019\u201d)]*\s+(?=[\"'\u2018\u201c(]?[A-Z0-9\u00c0-\u024f])")
_SHORT_FORMS = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|e\.g|i\.e|etc|approx|a\.m|p\.m)\.$")
_WORDS = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")
_BULLETS = re.compile(r"^\s*(?:[-*\u2022\u2013\u2014]|\d+[.)])\s+")
_SECOND = re.compile(
    r"[;:]\s|\b(?:and|but|so|or|because|although|however|unless|while)\s+"
    r"(?:i|you|we|he|she|they|it|this|that|there|who|which|my|your|our|if|when)\b",
    re.IGNORECASE,
)


class HintKind(Enum):
    """What may make a sentence hard to read."""

    LONG = "long"
    TWO_IDEAS = "two_ideas"
    HARD_WORD = "hard_word"


@dataclass(frozen=True, slots=True)
class Hint:
    """One gentle hint about a sentence.

    Attributes:
        word: The hard word, as it is listed.
        count: How many words the sentence has.
    """

    kind: HintKind
    word: str = ""
    count: int = 0


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into sentences: at its line ends, and where a sentence ends."""
    found: list[str] = []
    for line in text.splitlines():
        begun = ""
        for part in _END.split(_BULLETS.sub("", line).strip()):
            begun = f"{begun} {part}".strip()
            if not _SHORT_FORMS.search(begun):
                found.append(begun)
                begun = ""
        found.append(begun)
    return tuple(" ".join(one.split()) for one in found if one.strip())


def hints_for(sentence: str, hard: Collection[str]) -> tuple[Hint, ...]:
    """Say what may make one sentence hard to read; nothing for one that reads well.

    Args:
        sentence: One line as it was written.
        hard: Words that are hard, in small letters; some are made of several.
    """
    count = len(_WORDS.findall(sentence))
    found = [Hint(HintKind.LONG, count=count)] if count > MOST_WORDS else []
    if len(sentences_of(sentence)) > 1 or _SECOND.search(sentence):
        found.append(Hint(HintKind.TWO_IDEAS))
    found += [Hint(HintKind.HARD_WORD, word=word) for word in hard_words_in([sentence], hard)]
    return tuple(found)


def hard_words_in(texts: Iterable[str], hard: Collection[str]) -> tuple[str, ...]:
    """Give the hard words that stand in some texts, in the order they are listed.

    A word that stands only inside a longer one of the list is not given as well.
    """
    text = " ".join(" ".join(_WORDS.findall(one.lower())) for one in texts)
    found: set[str] = set()
    for word in sorted(hard, key=lambda one: (-len(one), one)):
        pattern = re.compile(rf"\b{re.escape(word)}(?:s|es|'s|\u2019s)?\b")
        if pattern.search(text):
            found.add(word)
            text = pattern.sub(" ", text)
    return tuple(word for word in hard if word in found)
