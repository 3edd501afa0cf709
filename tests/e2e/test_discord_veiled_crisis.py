"""A crisis that no rule knows and only its meaning gives away: the card comes, and not for all to see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from bot.answering.triage import assess
from bot.frontends.discord_client import texts
from bot.state.models import GuildSettings
from corpus.loader import CORPUS_DIR
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, rebuild, running_bot
from tests.e2e.corpus_on_disk import write_corpus
from tests.e2e.state_on_disk import set_up_server

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

VEILED = "i keep staring at the medicine cabinet"
CARD = "Find A Helpline"
PHRASES = 60
"""Of each kind: enough to learn from, and few enough to be encoded soon."""


@pytest.fixture(scope="module")
def with_net(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The small corpus with enough example phrases for the second net of triage."""
    place = Place(tmp_path_factory.mktemp("net"))
    write_corpus(place.corpus)
    (place.corpus / "triage").mkdir(exist_ok=True)
    for name in ("more-crises.yaml", "refusals.yaml", "passes.yaml"):
        kinds = yaml.safe_load((CORPUS_DIR / "triage" / name).read_text("utf-8"))
        few = {kind: [text for text in phrases if text != VEILED][:PHRASES] for kind, phrases in kinds.items()}
        if "suicide" in few:
            few["suicide"].append(VEILED)
        (place.corpus / "triage" / name).write_text(yaml.safe_dump(few, allow_unicode=True), "utf-8")
    rebuild(place)
    return place


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(with_net: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    place = with_net.copy(tmp_path_factory.mktemp("veiled"), paced=True)

    def slow(sim: DiscordSim) -> dict[str, str]:
        set_up_server(place, sim.world.guild.id, GuildSettings(cooldown_s=3600))
        return {}

    async with running_bot(place, setup=slow) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.check()


async def test_no_rule_knows_it() -> None:
    assert assess((VEILED,)).crisis is None


async def test_card_is_private_at_once(shared: Shared) -> None:
    for _ in range(2):  # it begins no pause
        x = await shared.sim.slash("alice", "ask", question=VEILED)
        assert_answered(x)
        assert CARD in x.text
        assert x.ephemeral
        assert not x.deferred
        assert not x.buttons


async def test_card_comes_within_the_pause_between_two_questions(shared: Shared) -> None:
    sim = shared.sim
    await sim.slash("bob", "ask", question="what is kratom")
    assert (
        "You asked me something a moment ago" in (await sim.slash("bob", "ask", question="where does kratom grow")).text
    )
    x = await sim.slash("bob", "ask", question=VEILED)
    assert CARD in x.text
    assert x.ephemeral
    assert CARD in (await sim.say("bob", "general", VEILED, mention_bot=True)).text


async def test_card_is_private_also_where_thinking_was_shown_to_all(with_net: Place, tmp_path: Path) -> None:
    """While the reference model loads, an answer takes seconds."""
    async with running_bot(with_net.copy(tmp_path), {"KRATOM_ENCODER": "reference"}, indexed=False) as shared:
        sim = shared.sim
        x = await sim.slash("alice", "ask", question=VEILED, _timeout=60, _until=lambda x: CARD in x.text)
        assert x.deferred
        thinking, card = x.messages
        assert not thinking.ephemeral
        assert thinking.deleted
        shown = [state["components"] for state in [*thinking.history, thinking.data]]
        assert CARD not in str(shown)
        assert texts.ANSWERED_PRIVATELY in str(shown)
        assert card.ephemeral
        assert CARD in card.text
        shared.check()
