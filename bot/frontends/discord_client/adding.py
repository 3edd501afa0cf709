"""What happens to an article from the file it is attached as to the build that answers from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import discord

from bot.article_drafts import DraftedArticle, draft_of
from bot.corpus_claim import Work
from bot.frontends.discord_client import custom_ids, reload_words, texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.long_work import Ended, LongWork, do_long_work
from bot.frontends.discord_client.messages import Extras, Interaction, Row, accept, defer, reply_parts, send_reply
from bot.frontends.discord_client.trial_report import report_document
from bot.frontends.discord_client.worker import run_in_thread
from bot.reloading import Told, Trial
from bot.rendering.discord_markdown import escape
from bot.state.errors import PendingGoneError
from bot.state.models import Act, ActOutcome, Detail
from bot.state.pending import PendingArticle, PendingArticles
from corpus.added import AddedArticle

_MAX_NOTES = 5


@dataclass(frozen=True, slots=True)
class Tried:
    """An article that waits for confirmation under `key` ("" where it may not be added), and what it would change."""

    drafted: DraftedArticle
    trial: Trial
    key: str


def try_article(
    desk: Desk, interaction: Interaction, data: bytes, suffix: str, *, topic: str | None, article_id: str | None
) -> Callable[[Told], Tried]:
    """Return the work that makes an article of a file, checks it and finds out what it would change.

    It raises `ArticleRefusedError`, and what `Reloader.preview` raises; nothing waits for confirmation then.
    """
    by, guild = interaction.user.id, interaction.guild_id or 0
    waiting = PendingArticles(desk.assembly.settings.state_dir)

    def work(told: Told) -> Tried:
        told("reading the file")
        drafted = draft_of(data, suffix, topic=topic, article_id=article_id)
        now = datetime.now(UTC)
        key = waiting.put(drafted.article_id, drafted.topic, drafted.text, by=by, guild_id=guild, now=now)
        try:
            candidate = AddedArticle(drafted.article_id, drafted.topic, waiting.path(key))
            trial = desk.reloader.preview(str(by), told, candidate=candidate)
        except BaseException:
            waiting.drop(key)
            raise
        if not trial.acceptance.is_safe:
            waiting.drop(key)
            key = ""
        return Tried(drafted, trial, key)

    return work


def tried(desk: Desk, found: Tried) -> Ended:
    """Return what to say about an article that waits for confirmation, with its buttons."""
    drafted = found.drafted
    head = f"**{escape(drafted.article_id)}**, topic {escape(drafted.topic)}"
    head += ", made into a draft of the corpus form." if drafted.imported else "."
    blocks = [head, *(f"- {escape(note)}" for note in drafted.notes[:_MAX_NOTES])]
    blocks += reload_words.preview_blocks(found.trial)
    document = report_document(found.trial, desk.assembly.settings.corpus_dir)
    if not found.key:
        return Ended(blocks, ActOutcome.REFUSED, {"article": drafted.article_id}, Extras(document=document))
    extras = Extras(lambda: [_buttons(found.key)], document=document)
    details: dict[str, Detail] = {"article": drafted.article_id, "waits": True}
    return Ended([*blocks, texts.ADD_WAITS], ActOutcome.UNCHANGED, details, extras)


async def cancel(desk: Desk, interaction: Interaction, key: str) -> None:
    """Let go of an article that waits for confirmation."""
    await accept(interaction)
    if await _waiting(desk, interaction, key) is None:
        return
    await run_in_thread("cancel", lambda: _pending(desk).drop(key))
    await _say(desk, interaction, texts.ADD_CANCELLED)


async def confirm(desk: Desk, interaction: Interaction, key: str) -> None:
    """Keep an article that waits for confirmation, and answer from it."""
    await defer(interaction, ephemeral=True)
    waiting = await _waiting(desk, interaction, key)
    if waiting is None:
        return
    state, pending = desk.assembly.state, _pending(desk)

    def keep() -> None:
        pending.get(key, datetime.now(UTC))  # another press may have been faster
        text = pending.path(key).read_text("utf-8")
        state.overlay.save(waiting.article_id, waiting.topic, text, waiting.by, interaction.guild_id)
        pending.drop(key)

    job = _change_of_added(desk, interaction, Work.ADD, waiting.article_id, keep)
    await do_long_work(desk, interaction, job)


async def remove(desk: Desk, interaction: Interaction, article_id: str) -> None:
    """Take an added article away, and answer without it; the interaction is deferred already."""
    state, by = desk.assembly.state, interaction.user.id

    def take_away() -> None:
        state.overlay.remove(article_id, by, interaction.guild_id)

    await do_long_work(desk, interaction, _change_of_added(desk, interaction, Work.REMOVE, article_id, take_away))


def _change_of_added(
    desk: Desk, interaction: Interaction, work: Work, article_id: str, change: Callable[[], None]
) -> LongWork[Trial]:
    adds = work is Work.ADD
    by = str(interaction.user.id)
    return LongWork(
        Act.RELOAD,
        doing="Adding" if adds else "Taking away",
        failed="Not answered from yet" if adds else "Still answered from",
        work=lambda told: desk.reloader.reload(by, told, work=work, first=change),
        told=lambda trial: Ended(
            reload_words.report_blocks(trial),
            details={"build": trial.build_id},
            extras=Extras(document=report_document(trial, desk.assembly.settings.corpus_dir)),
        ),
        subject=article_id,
        after_failure=texts.ADDED_NOT_LIVE if adds else texts.REMOVED_NOT_LIVE,
    )


async def _waiting(desk: Desk, interaction: Interaction, key: str) -> PendingArticle | None:
    """Return what waits under a key for the one who pressed; tell them where nothing does."""
    try:
        found = await run_in_thread("pending", lambda: _pending(desk).get(key, datetime.now(UTC)))
    except PendingGoneError as error:
        await _say(desk, interaction, f"**Not added:** {escape(str(error))}.")
        return None
    if found.by != interaction.user.id or found.guild_id != interaction.guild_id:
        await _say(desk, interaction, texts.ADD_NOT_YOURS)
        return None
    return found


def _pending(desk: Desk) -> PendingArticles:
    return PendingArticles(desk.assembly.settings.state_dir)


async def _say(desk: Desk, interaction: Interaction, sentence: str) -> None:
    await send_reply(interaction, reply_parts([sentence], desk.voice(interaction).safeguards), ephemeral=True)


def _buttons(key: str) -> Row:
    made: list[discord.ui.Button[discord.ui.LayoutView]] = [
        discord.ui.Button(label=label, custom_id=custom_ids.adding_button(key, confirms=confirms), style=style)
        for label, confirms, style in (
            (texts.ADD_CONFIRM, True, discord.ButtonStyle.danger),
            (texts.ADD_CANCEL, False, discord.ButtonStyle.secondary),
        )
    ]
    return discord.ui.ActionRow(*made)
