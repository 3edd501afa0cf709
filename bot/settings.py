"""The settings: environment variables that start with KRATOM_, or a .env file; `__` parts a section from a key."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.loader import CORPUS_DIR
from index.model_files import PACKAGED_MODEL
from index.question_encoder import EncoderChoice


class DiscordSettings(BaseModel):
    """How the Discord front end behaves."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    moderator_role_ids: frozenset[int] = frozenset()
    """Roles that may look after the corpus, besides members who may manage the server."""
    home_server_ids: frozenset[int] = frozenset()
    """Servers whose moderators may change the corpus, which all servers share; see `permissions.is_home`."""
    answer_timeout_s: Annotated[float, Field(gt=0, le=600)] = 60.0
    queue_length: Annotated[int, Field(ge=1, le=10_000)] = 100
    """How many questions may wait for the worker before people are told that the bot is busy."""
    patience_s: Annotated[float, Field(ge=0, le=2)] = 0.3
    """How long an answer is waited for before Discord is told that one will come; see `replies`."""
    cooldown_s: Annotated[int, Field(ge=0, le=3600)] | None = None
    """Seconds between two questions of one person, in place of what servers set; None: as they set it, and 5 s
    elsewhere."""


class Settings(BaseSettings):
    """All settings. Made once, in `cli`, and handed on as values."""

    model_config = SettingsConfigDict(
        env_prefix="KRATOM_", env_nested_delimiter="__", env_file=".env", extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = None
    discord_api_base: str | None = None
    """Another address for Discord's REST API, such as http://127.0.0.1:8080/api/v10 of a local server."""
    discord_gateway_url: str | None = None
    discord: DiscordSettings = DiscordSettings()
    corpus_dir: Path = CORPUS_DIR
    index_dir: Path = Path("var/index")
    state_dir: Path = Path("var/state")
    """Where settings of servers, feedback, withdrawals and added articles are kept."""
    database_url: SecretStr | None = None
    """Another database for the state, as SQLAlchemy writes it; secret, since it may hold a password."""
    backup_key: SecretStr | None = None
    """With it, `kratom-bot backup` encrypts; at least 16 characters. A backup can only be read with the key it had."""
    health_address: Annotated[str, Field(pattern=r"^(|(\[[0-9A-Fa-f:.]+\]|[^\s:\[\]]*):[0-9]{1,5})$")] = (
        "127.0.0.1:8970"
    )
    """Where /healthz, /readyz and /metrics can be asked, as host:port; empty: nowhere."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """What the Discord bot logs; at none of the levels is a question's text in it."""
    model: str = PACKAGED_MODEL
    encoder: EncoderChoice = EncoderChoice.EXPORTED
    """What encodes questions: the encoder exported into the build, or the reference model (for comparing them)."""
    encoder_threads: Annotated[int, Field(ge=1, le=64)] = 1
    """How many processor cores one question may take; more than one only helps with texts far longer than questions."""
    keep_builds: Annotated[int, Field(ge=1, le=100)] = 5
    region: str | None = None
    """Country code for the crisis lines in the terminal, such as US."""
