"""Do long work for a moderator on a thread of its own: progress, what came of it in words, and a note of it."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import discord
import structlog

from bot.article_drafts import ArticleRefusedError
from bot.corpus_claim import CorpusBusyError
from bot.corpus_reading import CorpusRefusedError
from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.errors import GONE
from bot.frontends.discord_client.messages import NOTHING, Extras, Interaction, reply_parts, say, send_reply
from bot.frontends.discord_client.progress import show_progress
from bot.frontends.discord_client.trial_report import report_document
from bot.frontends.discord_client.worker import run_in_thread
from bot.reloading import NothingToRollBackError, ReloadStoppedError, SafetyRegressedError, Told
from bot.state.errors import StateError
from bot.state.models import Act, ActOutcome, Detail
from corpus.errors import CorpusError
from index.errors import VectorIndexError

T = TypeVar("T")
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ended:
    """How work ended: what to say, and what to note."""

    blocks: list[str]
    outcome: ActOutcome = ActOutcome.DONE
    details: Mapping[str, Detail] = field(default_factory=dict)
    extras: Extras = NOTHING


@dataclass(frozen=True, slots=True)
class LongWork(Generic[T]):
    """A piece of work.

    Attributes:
        act: what is noted.
        doing: what goes before each step, such as "Reloading".
        failed: what goes before the reason if it cannot be done, such as "Not reloaded".
        work: does it, on its own thread, and tells each step.
        told: says what came of it.
        subject: what it was done to, for the note.
        after_failure: what is true if it fails.
    """

    act: Act
    doing: str
    failed: str
    work: Callable[[Told], T]
    told: Callable[[T], Ended]
    subject: str | None = None
    after_failure: str = "Nothing changed."


async def do_long_work(desk: Desk, interaction: Interaction, job: LongWork[T]) -> None:
    """Do it and tell how it ended; the interaction is deferred already."""
    steps: list[str] = []
    with desk.in_flight:
        running = run_in_thread(job.act, lambda: job.work(steps.append))
        await show_progress(desk, interaction, running, steps, job.doing)
        ended = await _end_of(desk, running, job)
        await record_act(desk, interaction, job.act, ended.outcome, subject=job.subject, details=ended.details)
        await tell(desk, interaction, ended)


async def tell(desk: Desk, interaction: Interaction, ended: Ended) -> None:
    """Reply; where Discord takes no reply any more, 15 minutes after the command, write to the moderator directly.

    Where that is not possible either, the audit log has it, and /corpus status shows what answers.
    """
    parts = reply_parts(ended.blocks, desk.voice(interaction).safeguards)
    try:
        await send_reply(interaction, parts, ephemeral=True, extras=ended.extras)
    except discord.HTTPException as error:
        if error.code not in GONE:
            raise
        try:
            await say(interaction.user, parts, ended.extras)
        except discord.HTTPException as closed:
            log.info("moderator could not be told", code=closed.code)


async def _end_of(desk: Desk, running: "asyncio.Future[T]", job: LongWork[T]) -> Ended:
    if not running.done():
        running.cancel()  # its thread ends at the next step; nobody waits for that
        return _not_done(job, "I am being restarted", ActOutcome.STOPPED)
    root = desk.assembly.settings.corpus_dir
    try:
        return job.told(await running)
    except CorpusBusyError as error:
        return Ended([reload_words.busy_words(error.by, error.work, error.seconds)], ActOutcome.BUSY)
    except CorpusRefusedError as error:
        blocks = [*reload_words.refusal_blocks(error.problems, root, job.failed), job.after_failure]
        return Ended(blocks, ActOutcome.REFUSED, {"problems": len(error.problems)})
    except SafetyRegressedError as error:
        acceptance = error.trial.acceptance
        lost = len(acceptance.lost_messages) + len(acceptance.lost_abstentions)
        return Ended(
            [*reload_words.regression_blocks(acceptance, job.failed), job.after_failure],
            ActOutcome.REFUSED,
            {"regressions": lost},
            Extras(document=report_document(error.trial, root)),
        )
    except ArticleRefusedError as error:
        return _not_done(job, reload_words.sentence_of(error), ActOutcome.REFUSED)
    except NothingToRollBackError:
        return _not_done(job, "there is no earlier build to go back to", ActOutcome.UNCHANGED)
    except ReloadStoppedError:
        return _not_done(job, "I am being restarted", ActOutcome.STOPPED)
    except (CorpusError, VectorIndexError, StateError, OSError) as error:
        words = reload_words.sentence_of(error)
        return _not_done(job, words, ActOutcome.FAILED, {"error": type(error).__name__})


def _not_done(job: LongWork[T], why: str, outcome: ActOutcome, details: Mapping[str, Detail] | None = None) -> Ended:
    return Ended([f"**{job.failed}:** {why}. {job.after_failure}"], outcome, details or {})
