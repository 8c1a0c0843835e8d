"""What stands at the end of the report on learning and gaps: how it is counted, what it is not."""

from collections.abc import Iterator

from coordinator.domain.stuck.gaps import AGEING_AFTER
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _, ngettext


def method(*, has_themes: bool) -> Iterator[str]:
    """Say how it was counted, in sentences; of themes only where the paper has a part of them."""
    yield _(
        "Nobody is named in this paper. Counts of people under five are written “{few}”; no total"
        " of people stands here from which one could be worked out.",
        few=people_words(1),
    )
    yield _(
        "Learning is what the panel wrote for the board or the partnership, without names, of"
        " these days. Notes that stay at the panel, and what is restricted, are not here."
    )
    if has_themes:
        yield _("Themes and gaps stand as they are on the day of this paper.")
    else:
        yield _("Gaps stand as they are on the day of this paper.")
    months = ngettext("{count} month", "{count} months", AGEING_AFTER)
    yield _("A gap is ageing when nobody has decided after {months}.", months=months)
    if has_themes:
        yield _(
            "How grave a theme is was entered by people, with their reason; the program works"
            " none out."
        )


def limits() -> Iterator[str]:
    """Say what it cannot say, in sentences."""
    yield _("What nobody wrote down was learnt all the same.")
    yield _("That a recommendation was acted on does not say that it helped.")
    yield _(
        "Of whom a review is, whether of a death, and what it found stay at the panel; a"
        " recommendation that is restricted is not counted."
    )
    yield _("Few gaps about something may mean that nobody looked.")
