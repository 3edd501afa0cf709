"""A throwaway bot that uses (and on request misuses) Discord in every way the simulator's own test wants to see.

Settings: BOT_INTENTS=content, BOT_SHARDED, BOT_QUIET, BOT_HEARTBEAT (seconds), BOT_DIRECT.
"""

# mypy: ignore-errors
# A bot this small takes for granted what discord.py types as perhaps absent.

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Awaitable

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.backoff import ExponentialBackoff
from discord.webhook.async_ import async_context

intents = discord.Intents.default()
intents.message_content = "content" in os.environ.get("BOT_INTENTS", "")
Base = discord.AutoShardedClient if os.environ.get("BOT_SHARDED") else discord.Client
TOPICS = ["billing", "bikes", "weather", "whales"]


def say(*words: object) -> None:
    """Print a line the test looks for."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Feedback(discord.ui.View):
    def __init__(self):
        super().__init__(timeout=None)
        self.add_item(discord.ui.Button(label="Docs", url="https://example.com/docs"))

    @discord.ui.button(label="Good", style=discord.ButtonStyle.success, custom_id="fb:good")
    async def good(self, interaction: discord.Interaction, button: discord.ui.Button):
        button.disabled = True
        await interaction.response.edit_message(content="Thanks!", view=self)

    @discord.ui.button(label="More", custom_id="fb:more")
    async def more(self, interaction: discord.Interaction, button: discord.ui.Button):
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.followup.send("only you see more")

    @discord.ui.button(label="Later", custom_id="fb:later")
    async def later(self, interaction: discord.Interaction, button: discord.ui.Button):
        await interaction.response.defer()
        await interaction.edit_original_response(content="edited after a deferred update")

    @discord.ui.button(label="Why", custom_id="fb:why")
    async def why(self, interaction: discord.Interaction, button: discord.ui.Button):
        await interaction.response.send_modal(Reason())


class Reason(discord.ui.Modal, title="Tell us why"):
    reason = discord.ui.TextInput(label="Reason", style=discord.TextStyle.paragraph, max_length=200)
    extra = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(options=[discord.SelectOption(label="Bug"), discord.SelectOption(label="Idea")]),
    )

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.send_message(
            f"reason={self.reason.value} kind={self.extra.component.values[0]}", ephemeral=True
        )


class Menus(discord.ui.View):
    @discord.ui.select(
        placeholder="Pick two",
        min_values=1,
        max_values=2,
        custom_id="m:pick",
        options=[discord.SelectOption(label=n.title(), value=n) for n in ("red", "green", "blue")],
    )
    async def pick(self, interaction: discord.Interaction, select: discord.ui.Select):
        await interaction.response.send_message("picked " + ",".join(select.values))

    @discord.ui.select(cls=discord.ui.UserSelect, placeholder="Who", custom_id="m:who")
    async def who(self, interaction: discord.Interaction, select: discord.ui.UserSelect):
        await interaction.response.send_message("chose " + select.values[0].name)


class Layout(discord.ui.LayoutView):
    box = discord.ui.Container(
        discord.ui.TextDisplay("Inside a container"),
        discord.ui.Separator(),
        discord.ui.Section("with a button", accessory=discord.ui.Button(label="Press", custom_id="l:press")),
    )


class Bot(Base):
    def __init__(self):
        super().__init__(
            intents=intents,
            heartbeat_timeout=float(os.environ.get("BOT_HEARTBEAT", "60")),
            allowed_mentions=discord.AllowedMentions.none() if os.environ.get("BOT_QUIET") else None,
        )
        self.tree = app_commands.CommandTree(self)

    async def before_identify_hook(self, shard_id, *, initial=False):
        """Do not wait 5 s between shards; Discord would mind, and the simulator notes it."""

    async def setup_hook(self):
        add_answers(self.tree)
        add_channel_work(self.tree)
        add_deadlines(self.tree)
        add_refused(self)
        add_anywhere(self)
        self.add_view(Feedback())
        await self.tree.sync()

    async def on_ready(self):
        await self.change_presence(activity=discord.Game("a self-test"))
        say("READY", len(self.guilds))

    async def on_resumed(self):
        say("RESUMED")

    async def on_disconnect(self):
        say("DISCONNECTED")

    async def on_message(self, message: discord.Message):
        if message.author == self.user:
            return
        say("SAW", repr(message.content), len(message.attachments))
        if self.user in message.mentions or message.guild is None:
            async with message.channel.typing():
                await asyncio.sleep(0.05)
            answer = await message.reply("thinking...", mention_author=False)
            await answer.edit(content=f"you said: {message.clean_content.strip()}")
        elif message.content.startswith("!thread"):
            thread = await message.create_thread(name="answer")
            await thread.send("answered in the thread")
        elif message.content.startswith("!ping-all"):
            await message.channel.send(f"@everyone <@&{message.guild.roles[-1].id}> {message.author.mention}")

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent):
        if payload.user_id != self.user.id:
            say("REACTION", str(payload.emoji))


def add_answers(tree: app_commands.CommandTree) -> None:
    """Add commands that answer at once, later, or with things to press."""

    @tree.command(description="Answer at once")
    async def ping(interaction: discord.Interaction):
        await interaction.response.send_message("pong", ephemeral=True)

    @tree.command(description="Think, then answer with an embed")
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 300],
        topic: str = "none",
        depth: app_commands.Range[int, 1, 5] = 1,
        who: discord.Member | None = None,
        where: discord.TextChannel | None = None,
        file: discord.Attachment | None = None,
    ):
        await interaction.response.defer(thinking=True)
        read = len(await file.read()) if file else 0
        embed = discord.Embed(title="Answer", description=f"{question} ({topic}, {depth})", url="https://example.com/a")
        embed.add_field(name="Who", value=who.display_name if who else "nobody")
        embed.add_field(name="Where", value=where.name if where else "nowhere")
        embed.set_footer(text=f"{read} bytes read")
        await asyncio.sleep(0.05)
        await interaction.edit_original_response(embed=embed, view=Feedback())

    @ask.autocomplete("topic")
    async def topics(interaction: discord.Interaction, current: str):
        return [app_commands.Choice(name=t.title(), value=t) for t in TOPICS if t.startswith(current)]

    config = app_commands.Group(
        name="config",
        description="Settings",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )

    @config.command(name="set", description="Change a setting")
    async def config_set(interaction: discord.Interaction, key: str, value: str):
        await interaction.response.send_message(f"{key}={value}", ephemeral=True)

    tree.add_command(config)

    @tree.context_menu(name="Summarise")
    async def summarise(interaction: discord.Interaction, message: discord.Message):
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send(f"short: {message.content[:20]}", ephemeral=True)

    @tree.context_menu(name="Inspect")
    async def inspect(interaction: discord.Interaction, member: discord.Member):
        await interaction.response.send_message(f"{member.name} joined")

    @tree.command(description="Menus")
    async def menu(interaction: discord.Interaction):
        await interaction.response.send_message("choose", view=Menus())

    @tree.command(description="Components v2")
    async def layout(interaction: discord.Interaction):
        await interaction.response.send_message(view=Layout())


def add_channel_work(tree: app_commands.CommandTree) -> None:
    """Add commands that use files, channels, threads and direct messages."""

    @tree.command(description="Files")
    async def files(interaction: discord.Interaction):
        embed = discord.Embed(title="picture").set_image(url="attachment://a.png")
        await interaction.response.send_message(
            "two files",
            embed=embed,
            files=[
                discord.File(io.BytesIO(b"\x89PNG1234"), "a.png", description="alt text"),
                discord.File(io.BytesIO(b"hello"), "b.txt"),
            ],
        )
        message = await interaction.original_response()
        again = await message.attachments[1].read()
        await message.edit(
            content=f"read back {again.decode()}",
            attachments=[message.attachments[1], discord.File(io.BytesIO(b"new"), "c.txt")],
        )

    @tree.command(description="Channel work")
    async def work(interaction: discord.Interaction):
        await interaction.response.send_message("working", ephemeral=True)
        message = await interaction.channel.send("a message with a thread")
        thread = await message.create_thread(name="details")
        await thread.send("in the thread")
        await message.add_reaction("\N{THUMBS UP SIGN}")
        await thread.edit(archived=True)
        side = await interaction.channel.create_thread(name="side", type=discord.ChannelType.public_thread)
        await side.send("no start message")
        history = [m async for m in interaction.channel.history(limit=5)]
        member = await interaction.guild.fetch_member(interaction.user.id)
        near = await interaction.guild.query_members("al", limit=5)
        await interaction.followup.send(
            f"{len(history)} {member.name} {len(await interaction.guild.fetch_roles())} {near[0].name}", ephemeral=True
        )
        extra = await interaction.followup.send("to be removed", ephemeral=True, wait=True)
        await extra.delete()

    @tree.command(description="Direct message")
    async def tell(interaction: discord.Interaction):
        await interaction.user.send("psst")
        await interaction.response.send_message("told you", ephemeral=True)

    @tree.command(description="Eight messages")
    async def flood(interaction: discord.Interaction):
        await interaction.response.defer(ephemeral=True)
        for n in range(8):
            await interaction.channel.send(f"flood {n}")
        await interaction.followup.send("done")

    @tree.command(description="Answer bit by bit")
    async def stream(interaction: discord.Interaction):
        await interaction.response.defer()
        for n in range(1, 5):
            await interaction.edit_original_response(content="word " * n)
            await asyncio.sleep(0.15)
        await interaction.followup.send("and more")


def add_deadlines(tree: app_commands.CommandTree) -> None:
    """Add commands that break the rules of interactions, and one that reports how its answers fared."""

    @tree.command(description="Answer late")
    async def slow(interaction: discord.Interaction, seconds: float):
        await asyncio.sleep(seconds)
        await outcome(interaction.response.send_message("too late"))

    @tree.command(description="Answer twice")
    async def twice(interaction: discord.Interaction):
        await interaction.response.send_message("once")
        await outcome(raw(interaction, {"type": 4, "data": {"content": "twice"}}))

    @tree.command(description="Follow up before answering")
    async def early(interaction: discord.Interaction):
        await outcome(interaction.followup.send("too early"))
        await interaction.response.send_message("in order now")

    @tree.command(description="Edit after the token ended")
    async def expired(interaction: discord.Interaction):
        await interaction.response.defer()
        await asyncio.sleep(0.3)
        await outcome(interaction.edit_original_response(content="never shown"))

    @tree.command(description="Never finish")
    async def hang(interaction: discord.Interaction):
        await interaction.response.defer()

    @tree.command(description="Report what the server makes of a faulty network")
    async def steady(interaction: discord.Interaction):
        result = await outcome(interaction.response.send_message("steady"))
        if result is not None:
            await outcome(interaction.followup.send(f"after {result}"))


def add_refused(bot: Bot) -> None:
    """Add commands that ask for what Discord refuses or the simulator lacks."""
    tree = bot.tree

    @tree.command(description="Send something Discord refuses")
    async def bad(interaction: discord.Interaction, kind: str):
        if kind == "channel":
            await outcome(interaction.channel.send("x" * 2001))
        else:
            await outcome(raw(interaction, {"type": 4, "data": bad_message(kind)}))
        await interaction.response.send_message("recovered")

    @tree.command(description="Too many suggestions")
    async def greedy(interaction: discord.Interaction, word: str):
        await interaction.response.send_message(word)

    @greedy.autocomplete("word")
    async def many(interaction: discord.Interaction, current: str):
        choices = [
            {"name": str(n), "value": "v" * (101 if current == "long" else 1)}
            for n in range(1 if current == "long" else 26)
        ]
        await outcome(raw(interaction, {"type": 8, "data": {"choices": choices}}))
        return []

    @tree.command(description="Register a command Discord refuses")
    async def bad_command(interaction: discord.Interaction, kind: str):
        body = {
            "name": {"upper": "Upper", "long": "x" * 33, "space": "two words"}.get(kind, "fine"),
            "description": "d",
        }
        if kind == "order":
            body["options"] = [
                {"type": 3, "name": "a", "description": "d"},
                {"type": 3, "name": "b", "description": "d", "required": True},
            ]
        if kind == "description":
            body["description"] = "x" * 101
        await outcome(bot.http.upsert_global_command(bot.application_id, body))
        await interaction.response.send_message("tried", ephemeral=True)

    @tree.command(description="Use a part the simulator lacks")
    async def beyond(interaction: discord.Interaction):
        await outcome(bot.http.request(discord.http.Route("GET", "/no/such/place")))
        await outcome(interaction.guild.fetch_automod_rules())
        await interaction.response.send_message("tried", ephemeral=True)


def add_anywhere(bot: Bot) -> None:
    """Add commands that people may install for themselves, and one for adults."""
    tree = bot.tree

    def command(name: str, description: str, **extra: object):
        def register(callback):
            callback = app_commands.allowed_installs(guilds=True, users=True)(callback)
            callback = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(callback)
            return tree.command(name=name, description=description, **extra)(callback)

        return register

    @command("where", "Tell where it is used")
    async def where(interaction: discord.Interaction):
        place = "guild" if interaction.context.guild else "dm" if interaction.context.dm_channel else "private"
        owners = ",".join(
            name
            for name, there in (
                ("guild", interaction.is_guild_integration()),
                ("user", interaction.is_user_integration()),
            )
            if there
        )
        guild_locale = interaction.guild_locale.value if interaction.guild_locale else "-"
        await interaction.response.send_message(
            f"{place} {owners} {interaction.locale.value} {guild_locale}", view=Feedback()
        )

    @command("talk", "Follow up six times")
    async def talk(interaction: discord.Interaction):
        await interaction.response.send_message("first")
        for n in range(6):
            await outcome(interaction.followup.send(f"followup {n}"))

    @command("reach", "Use the bot's own token here")
    async def reach(interaction: discord.Interaction):
        params = discord.http.MultipartParameters(payload={"content": "x"}, multipart=None, files=None)
        await outcome(bot.http.send_message(interaction.channel_id, params=params))
        await outcome(bot.http.get_guild(interaction.guild_id or 1))
        await interaction.response.send_message("tried", ephemeral=True)

    @command("adult", "For age-restricted channels", nsfw=True)
    async def adult(interaction: discord.Interaction):
        await interaction.response.send_message("grown up")

    @tree.command(description="Read what administrators set for the commands")
    async def rights(interaction: discord.Interaction):
        found = await bot.http.get_guild_application_command_permissions(bot.application_id, interaction.guild_id)
        said = [f"{one['type']}:{one['permission']}" for entry in found for one in entry["permissions"]]
        await interaction.response.send_message(" ".join(said) or "nothing", ephemeral=True)


def bad_message(kind: str) -> dict:
    """Return a message body that Discord refuses for this one thing."""
    button = {"type": 2, "style": 1, "label": "x", "custom_id": "same"}
    select = {"type": 3, "custom_id": "s", "options": [{"label": str(n), "value": str(n)} for n in range(26)]}
    return {
        "content": {"content": "x" * 2001},
        "embed_total": {"embeds": [{"description": "x" * 3001}, {"description": "y" * 3001}]},
        "embed_description": {"embeds": [{"description": "x" * 4097}]},
        "embed_title": {"embeds": [{"title": "x" * 257}]},
        "embed_fields": {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]},
        "embed_field_value": {"embeds": [{"fields": [{"name": "n", "value": "v" * 1025}]}]},
        "embed_field_empty": {"embeds": [{"fields": [{"name": "n", "value": " "}]}]},
        "embed_footer": {"embeds": [{"title": "t", "footer": {"text": "x" * 2049}}]},
        "embed_empty": {"embeds": [{"color": 1}]},
        "embed_url": {"embeds": [{"title": "t", "url": "ftp://x"}]},
        "custom_id_long": {"components": [{"type": 1, "components": [{**button, "custom_id": "c" * 101}]}]},
        "custom_id_twice": {"components": [{"type": 1, "components": [button, button]}]},
        "six_buttons": {"components": [{"type": 1, "components": [{**button, "custom_id": str(n)} for n in range(6)]}]},
        "six_rows": {"components": [{"type": 1, "components": [{**button, "custom_id": str(n)}]} for n in range(6)]},
        "options": {"components": [{"type": 1, "components": [select]}]},
        "link_without_url": {"components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "x"}]}]},
        "v2_without_flag": {"components": [{"type": 10, "content": "text"}]},
        "v2_with_content": {"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "text"}]},
        "mentions": {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "wrong_type": {"content": "x", "embeds": "none"},
        "empty": {"content": "   "},
    }[kind]


async def outcome(awaitable: Awaitable[object]) -> int | str | None:
    """Run it and print how it ended; return the error's code or name, or None."""
    try:
        await awaitable
    except discord.HTTPException as error:
        say("OUTCOME", error.status, error.code, error.text.replace("\n", " | "))
        return error.code
    except (OSError, aiohttp.ClientError) as error:
        say("OUTCOME", type(error).__name__)
        return type(error).__name__
    say("OUTCOME fine")
    return None


async def raw(interaction: discord.Interaction, payload: dict) -> object:
    """Answer an interaction past the library's own checks."""
    params = discord.http.MultipartParameters(payload=payload, multipart=None, files=None)
    return await async_context.get().create_interaction_response(
        interaction.id, interaction.token, session=interaction._session, params=params
    )


if __name__ == "__main__":
    if os.environ.get("BOT_DIRECT"):  # a bot that reads the addresses itself
        discord.http.Route.BASE = os.environ["KRATOM_DISCORD_API_BASE"]
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["KRATOM_DISCORD_GATEWAY_URL"])
    discord.client.ExponentialBackoff = lambda: ExponentialBackoff(base=0.05)  # reconnect without long waits
    Bot().run(os.environ["DISCORD_TOKEN"])
