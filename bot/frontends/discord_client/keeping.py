"""Keep things about answers that went out already: in the background, so that no answer waits for it or fails by it."""

import asyncio
from collections.abc import Callable

import structlog

from bot.answering.gaps import near_topics
from bot.answering.models import Answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.logs import describe_error

log = structlog.get_logger()

_MOST_WAITING = 500


def keep_gap(desk: Desk, person: int, answer: Answer) -> None:
    """Count the topics near to a question that found no answer; nothing of the question is kept."""
    topics = near_topics(answer)
    if topics:
        keep(desk, "gap", lambda: desk.assembly.state.gaps.count(person, topics, desk.today()))


def keep_owner(desk: Desk, message_id: int, person: int, receipt: str) -> None:
    """Remember whose answer a message is, where Discord does not tell."""
    keep(desk, "owner", lambda: desk.assembly.state.messages.remember(message_id, person, receipt, desk.today()))


def drop_owner(desk: Desk, message_id: int) -> None:
    """Forget whose answer a message was that is gone."""
    keep(desk, "owner", lambda: desk.assembly.state.messages.forget(message_id))


def keep(desk: Desk, what: str, save: Callable[[], object]) -> None:
    """Save something on another thread; a failure is logged. Where very much waits to be saved, it is left out."""
    if len(desk.keeping) >= _MOST_WAITING:
        log.warning("not kept, since too much waits to be saved", what=what)
        return
    task = asyncio.create_task(_save(desk, what, save))
    desk.keeping.add(task)
    task.add_done_callback(desk.keeping.discard)


async def _save(desk: Desk, what: str, save: Callable[[], object]) -> None:
    with desk.in_flight:  # the program waits for it before it ends
        try:
            await asyncio.to_thread(save)
        except Exception as error:  # what went wrong here must not reach the person
            log.error("not kept", what=what, **describe_error(error))
