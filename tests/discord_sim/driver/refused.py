"""The refusal of what a user could not do."""


class Refused(Exception):  # noqa: N818 - an outcome tests look for, not a fault
    """The user's own client would not have sent this: a disabled button, a missing option, a wrong value."""
