"""Take a passage or article out of use, or bring it back, and say what came of it."""

import asyncio
from collections.abc import Callable, Mapping

from bot.answering.library import Library
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.acts import log_act, record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.subjects import covered, near_subjects, shown_subjects, withdrawn_subjects
from bot.rendering.discord_markdown import escape
from bot.state.errors import StateError
from bot.state.models import Act, ActOutcome, Subject
from bot.state.ports import WithdrawalRepository


async def withdraw(desk: Desk, interaction: Interaction, key: str, reason: str) -> str:
    """Withdraw what is shown now, for all servers, and return what to tell the moderator."""
    whole, usable = _whole_library(desk), desk.library
    if whole is None or usable is None:
        await record_act(desk, interaction, Act.WITHDRAW, ActOutcome.REFUSED)
        return f"{texts.NOTHING_WITHDRAWN} {texts.NO_INDEX}"
    known = shown_subjects(whole)  # also what is not shown now: an article can be withdrawn after each of its passages
    if key not in known:
        await record_act(desk, interaction, Act.WITHDRAW, ActOutcome.REFUSED)
        return await _did_you_mean(texts.NO_SUCH_SUBJECT, known, key)
    if key in withdrawn_now(desk):
        await record_act(desk, interaction, Act.WITHDRAW, ActOutcome.UNCHANGED, subject=key)
        return texts.ALREADY_WITHDRAWN.format(id=key)
    stops = covered(usable, key)

    def save(withdrawals: WithdrawalRepository) -> bool:
        return withdrawals.withdraw(Subject(key), interaction.user.id, interaction.guild_id, reason)

    words = texts.WITHDREW.format(title=escape(known[key]), id=key, count=_count(len(stops)))
    return await _change(desk, interaction, Act.WITHDRAW, key, save) or words


async def restore(desk: Desk, interaction: Interaction, key: str) -> str:
    """Bring back what is withdrawn, for all servers, and return what to tell the moderator."""
    withdrawn = withdrawn_now(desk)
    if key not in withdrawn:
        await record_act(desk, interaction, Act.RESTORE, ActOutcome.REFUSED)
        return await _did_you_mean(texts.NOT_WITHDRAWN, withdrawn, key)

    def save(withdrawals: WithdrawalRepository) -> bool:
        return withdrawals.restore(Subject(key), interaction.user.id, interaction.guild_id)

    if trouble := await _change(desk, interaction, Act.RESTORE, key, save):
        return trouble
    library = desk.library
    back = covered(library, key) if library else []
    words = texts.RESTORED.format(title=escape(withdrawn[key]), id=key, count=_count(len(back)))
    return words if back else f"{words} {texts.STILL_NOT_SHOWN}"


def withdrawn_now(desk: Desk) -> dict[str, str]:
    """Return what is withdrawn at this moment: title by id."""
    return withdrawn_subjects(_whole_library(desk), desk.assembly.withdrawals.current())


async def _change(
    desk: Desk, interaction: Interaction, act: Act, key: str, save: Callable[[WithdrawalRepository], bool]
) -> str:
    """Save a change, which notes itself in the audit log; return what to tell where that failed, else ""."""
    try:
        done = await asyncio.to_thread(lambda: save(desk.assembly.state.withdrawals))
    except StateError as error:
        await record_act(desk, interaction, act, ActOutcome.FAILED, subject=key)
        # The change can be in force, and only its copy beside the database be missing.
        holds = (key in withdrawn_now(desk)) is (act is Act.WITHDRAW)
        return (texts.HOLDS_UNCOPIED if holds else texts.NOT_SAVED).format(reason=escape(str(error)))
    log_act(interaction, act, ActOutcome.DONE if done else ActOutcome.UNCHANGED, subject=key)
    return ""


def _whole_library(desk: Desk) -> Library | None:
    """Return the live library with what is withdrawn; None where there is no index."""
    edition = desk.assembly.shelf.current()
    return edition.library if edition else None


async def _did_you_mean(sentence: str, subjects: Mapping[str, str], key: str) -> str:
    near = await asyncio.to_thread(near_subjects, subjects, key)
    if not near:
        return sentence
    lines = "\n".join(f"- {escape(subjects[one])}: `{one}`" for one in near)
    return f"{sentence} {texts.DID_YOU_MEAN}\n{lines}"


def _count(number: int) -> str:
    return "1 passage" if number == 1 else f"{number} passages"
