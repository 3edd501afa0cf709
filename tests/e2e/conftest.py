"""One corpus with its index for all end-to-end tests, and none of the developer's settings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.discord_sim.rules.spec import SPEC_VARIABLE
from tests.e2e.bots import Place, rebuild
from tests.e2e.corpus_on_disk import write_corpus


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_developer() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("KRATOM_") and name != SPEC_VARIABLE]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A corpus and its index; copy it before changing it."""
    place = Place(tmp_path_factory.mktemp("built"))
    write_corpus(place.corpus)
    rebuild(place)
    return place


@pytest.fixture
def place(built: Place, tmp_path: Path) -> Place:
    """A copy of the corpus and its index that a test may change."""
    return built.copy(tmp_path)
