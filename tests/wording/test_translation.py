"""Sentences are translated whole, then filled."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from coordinator.wording.dates import day
from coordinator.wording.translation import _, locale, ngettext, use_language


@pytest.fixture(autouse=True)
def english_again(tmp_path: Path) -> Iterator[None]:
    yield
    use_language("en_GB", tmp_path)


@pytest.fixture
def welsh(tmp_path: Path) -> Path:
    catalogue = Catalog(locale="cy_GB")
    catalogue.add("Only {count} of {seats} were filled.", "O {seats}, dim ond {count} a lenwyd.")
    target = tmp_path / "cy_GB" / "LC_MESSAGES" / "coordinator.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as out:
        write_mo(out, catalogue)
    return tmp_path


def test_english_is_shown_as_written() -> None:
    assert _("Open") == "Open"
    assert locale() == "en_GB"


def test_placeholders_are_filled_after_translation_so_that_their_order_may_change(
    welsh: Path,
) -> None:
    use_language("cy_GB", welsh)
    assert locale() == "cy_GB"
    assert _("Only {count} of {seats} were filled.", count=3, seats=9) == (
        "O 9, dim ond 3 a lenwyd."
    )
    assert day(date(2026, 11, 19)) == "Iau 19 Tach"


def test_a_language_chosen_at_the_start_is_spoken_in_every_thread(welsh: Path) -> None:
    use_language("cy_GB", welsh)
    with ThreadPoolExecutor(1) as lane:
        assert lane.submit(locale).result() == "cy_GB"


def test_a_language_without_a_catalogue_falls_back_to_english(tmp_path: Path) -> None:
    use_language("cy_GB", tmp_path)
    assert _("Open") == "Open"


def test_braces_in_a_value_are_left_as_they_are() -> None:
    assert _("{name} is here", name="{curly}") == "{curly} is here"


def test_a_sentence_without_values_keeps_its_braces() -> None:
    assert _("a {brace}") == "a {brace}"


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_is_counted_in_the_singular(count: int, said: str) -> None:
    assert ngettext("{count} day", "{count} days", count) == said
