"""Names of places that the rebuild script and the bot share."""

from pathlib import Path

LOCK = ".lock"
"""In the folder of builds; held by who builds or makes a build live."""
CACHE = ".cache"
"""In the folder of builds: what can always be made again."""
INDEX_DIR = Path("var/index")
STATE_DIR = Path("var/state")
ADDED = "overlay"
"""The folder of the state that holds the articles moderators added."""
