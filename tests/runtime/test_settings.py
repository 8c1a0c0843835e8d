"""What this device remembers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import StoreReadOnlyError
from coordinator.runtime.settings import (
    RECENT_MOST,
    THEMES,
    Settings,
    read_settings,
    settings_file,
    write_settings,
)

TEXT = st.text(min_size=1, max_size=30)


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    kept = Settings(("/srv/panel", 'C:\\Panel "A"'), "dark", 1.6, clear_letters=True)
    write_settings(kept, path)
    assert read_settings(path) == kept


def test_the_first_day_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()
    assert Settings().last_store is None
    assert settings_file().name == "settings.toml"


@given(paths=st.lists(TEXT, max_size=RECENT_MOST), theme=st.sampled_from(THEMES))
def test_any_folder_name_is_kept_or_left_out(
    tmp_path_factory: pytest.TempPathFactory, paths: list[str], theme: str
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(Settings(tuple(paths), theme), path)
    found = read_settings(path)
    assert found.theme == theme
    assert found.recent_stores == tuple(name for name in paths if "\x7f" not in name)


def test_a_folder_whose_name_is_not_text_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_settings(Settings(("/srv/\udcff", "/srv/panel")), path)
    assert read_settings(path).recent_stores == ("/srv/panel",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme = ",
        "= = =",
        "theme = 7\ntext_scale = 'big'\nclear_letters = 'yes'\nrecent_stores = 'x'",
        "theme = 'purple'\ntext_scale = nan\nrecent_stores = [1, '', false]",
        "text_scale = true",
        "a = " + "[" * 5000,
    ],
)
def test_damaged_settings_are_as_on_the_first_day(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert read_settings(path) == Settings()
    path.write_bytes(b"\xff\xfe" + text.encode())
    assert read_settings(path) == Settings()


def test_one_bad_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("theme = 'purple'\ntext_scale = 9\nclear_letters = true\n")
    assert read_settings(path) == Settings(text_scale=2.0, clear_letters=True)


def test_the_last_store_comes_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_MOST + 3):
        settings = settings.with_store(tmp_path / str(number))
    settings = settings.with_store(tmp_path / "5")
    assert settings.last_store == tmp_path / "5"
    assert len(settings.recent_stores) == len(set(settings.recent_stores)) == RECENT_MOST
    assert settings.without_store(tmp_path / "5").last_store == tmp_path / str(RECENT_MOST + 2)


def test_settings_that_cannot_be_kept_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreReadOnlyError):
        write_settings(Settings(), tmp_path / "file" / "settings.toml")
