"""The panel's phrases that fit what has been typed of an action so far."""

from collections.abc import Iterable, Sequence

from coordinator.domain.panel.settings import Phrase
from coordinator.domain.people.duplicates import fold_name

MOST_OFFERED = 6


class PhraseBook:
    """The phrases, laid out for asking at every key. Made once for a meeting."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple((one, tuple(fold_name(one.text).split())) for one in phrases)

    def fitting(self, typed: str) -> tuple[Phrase, ...]:
        """List at most six phrases: those that begin so, then those with such words further in.

        Args:
            typed: The text understood so far (`Understood.text`). Nothing typed fits nothing, and
                a phrase that is there in full is not offered again.

        Each typed word is the beginning of a word of the phrase, and they stand in this order.
        The line with a phrase put in is `Understood.line_with(phrase.text)`.
        """
        words = tuple(fold_name(typed).split())
        if not words:
            return ()
        ranked = ((_rank(words, phrase), one) for one, phrase in self._phrases if phrase != words)
        fitting = sorted((pair for pair in ranked if pair[0] is not None), key=_by_rank)
        return tuple(one for _rank_of, one in fitting[:MOST_OFFERED])


_BEGINS, _FIRST_WORD, _INSIDE = range(3)


def _by_rank(pair: tuple[int | None, Phrase]) -> int:
    return pair[0] or _BEGINS


def _rank(typed: Sequence[str], phrase: Sequence[str]) -> int | None:
    """Say how well a phrase fits: 0 the best; nothing when it does not."""
    if " ".join(phrase).startswith(" ".join(typed)):
        return _BEGINS
    if not _in_order(typed, phrase):
        return None
    return _FIRST_WORD if phrase[0].startswith(typed[0]) else _INSIDE


def _in_order(typed: Sequence[str], phrase: Sequence[str]) -> bool:
    rest = iter(phrase)
    return all(any(word.startswith(one) for word in rest) for one in typed)
