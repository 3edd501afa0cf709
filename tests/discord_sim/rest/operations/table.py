"""Every simulated operation by its id.

An operation that Discord's description has and this table has not is answered 501 and recorded, so that a gap here
never passes for a fault of the bot.
"""

from __future__ import annotations

from . import applications, channels, commands, guilds, interactions, messages, reactions, threads
from .registry import Handler

HANDLERS: dict[str, Handler] = {
    **applications.op,
    **channels.op,
    **commands.op,
    **guilds.op,
    **interactions.op,
    **messages.op,
    **reactions.op,
    **threads.op,
}
