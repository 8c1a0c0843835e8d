"""The panel's phrases that fit what has been typed of an action so far."""

from collections.abc import Iterable

from coordinator.domain.panel_settings import Phrase

MOST_OFFERED = 6


class PhraseBook:
    """The phrases, laid out for asking at every key. Made once for a meeting."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)

    def fitting(self, typed: str) -> tuple[Phrase, ...]:
        """List at most six phrases, in their order within each of: begin so; have words so.

        Args:
            typed: The text understood so far (`Understood.text`); nothing typed fits nothing, and
                a phrase that is there in full is not offered again.

        The line with a phrase put in is `Understood.line_with(phrase.text)`.
        """
        raise NotImplementedError
