"""The steps from one form of the tables to the next, applied at start by Alembic.

A new step is a module in `versions/`, named after its revision, with `down_revision` set to the one before; then set
`HEAD` here. Tests tell if the tables and the steps disagree.
"""

HEAD = "0002"
"""The revision that this version of the program works with."""
