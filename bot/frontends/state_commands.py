"""Look at the state from the command line: is it whole, and what is in it?"""

from collections.abc import Callable
from datetime import date

from bot.answering.withdrawals import LiveWithdrawals
from bot.settings import Settings
from bot.state.errors import OverlayError, StateError
from bot.storage.migrations import HEAD
from bot.storage.store import StoredState, default_path, open_state

Tell = Callable[[str], object]


def check_state(settings: Settings, tell: Tell) -> bool:
    """Tell what is in the state, and whether it is whole; False where it is not."""
    if settings.database_url is None and not default_path(settings.state_dir).exists():
        tell(f"there is no state in {settings.state_dir} yet; the Discord bot makes it when it starts")
        return True
    state = _open(settings, tell)
    if state is None:
        return False
    try:
        tell(f"{state.database.where}: no damage, revision {HEAD}")
        for table, rows in state.counts().items():
            tell(f"  {table}: {rows}")
        return _check_overlay(state, tell)
    except StateError as error:
        tell(str(error))
        return False
    finally:
        state.close()


def prune_state(settings: Settings, today: date, tell: Tell) -> bool:
    """Remove what was kept long enough, as the bot does once an hour; False where that failed."""
    state = _open(settings, tell)
    if state is None:
        return False
    try:
        pruned = state.prune(today)
    except StateError as error:
        tell(str(error))
        return False
    finally:
        state.close()
    tell(", ".join(f"{name.replace('_', ' ')}: {getattr(pruned, name)} removed" for name in pruned.__slots__))
    return True


def _open(settings: Settings, tell: Tell) -> StoredState | None:
    url = settings.database_url.get_secret_value() if settings.database_url else None
    try:
        return open_state(settings.state_dir, url, LiveWithdrawals())
    except StateError as error:
        tell(str(error))
        return None


def _check_overlay(state: StoredState, tell: Tell) -> bool:
    whole = True
    for article in state.overlay.all():
        try:
            state.overlay.path(article)
        except OverlayError as error:
            tell(str(error))
            whole = False
    return whole
