"""Show moderators what was said about passages, and a passage itself."""

from bot.frontends.discord_client import moderator_ids, texts
from bot.frontends.discord_client.catalogue import Option
from bot.frontends.discord_client.controls import menu_with
from bot.frontends.discord_client.custom_ids import key_of
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.feedback_words import MOST, Votes, add_up, count_words, feedback_blocks, label_of
from bot.frontends.discord_client.messages import NOTHING, Interaction, defer, put_above, reply_parts, send_reply
from bot.frontends.discord_client.state_calls import ask_state
from bot.rendering.discord_markdown import escape, render
from bot.rendering.source_card import passage_label

_ALL = 10_000
"""More rows than there are passages and builds that are kept."""


async def list_feedback(desk: Desk, interaction: Interaction) -> None:
    """Send the passages with their counts, and a menu to read one; the interaction is deferred already."""
    votes, labels = await _votes(desk), _labels(desk)
    options = [Option(key_of(one.passage_id), label_of(one, labels), count_words(one)) for one in votes[:MOST]]
    extras = menu_with(moderator_ids.feedback_menu(), texts.FEEDBACK_HINT, options) if options else NOTHING
    parts = reply_parts(feedback_blocks(votes, labels), desk.voice(interaction).safeguards)
    await send_reply(interaction, parts, ephemeral=True, extras=extras)


async def show_feedback(desk: Desk, interaction: Interaction, key: str) -> None:
    """Send a passage as people see it, with what was said about it above; only the counts where it is not shown."""
    await defer(interaction, ephemeral=True)
    with desk.in_flight:
        votes = next((one for one in await _votes(desk) if key_of(one.passage_id) == key), None)
        if votes is None:
            blocks = [texts.FEEDBACK_GONE]
            await send_reply(interaction, reply_parts(blocks, desk.voice(interaction).safeguards), ephemeral=True)
            return
        library = desk.library
        above = [f"`{votes.passage_id}`: {escape(count_words(votes))}"]
        if library is None or votes.passage_id not in library.passages:
            parts = reply_parts([*above, texts.FEEDBACK_NOT_SHOWN], desk.voice(interaction).safeguards)
            await send_reply(interaction, parts, ephemeral=True)
            return
        service, shown = desk.voice(interaction).service, [votes.passage_id]
        answer = await desk.worker.result(desk.worker.submit(lambda: service.show(shown, desk.today())))
        above.append(texts.FEEDBACK_WITHDRAW.format(id=votes.passage_id))
        await send_reply(interaction, put_above(above, render(answer)), ephemeral=True)


async def _votes(desk: Desk) -> list[Votes]:
    return add_up(await ask_state(desk, lambda state: state.feedback.by_passage(_ALL)))


def _labels(desk: Desk) -> dict[str, str]:
    library = desk.library
    return {one.id: passage_label(one) for one in library.passages.values()} if library else {}
