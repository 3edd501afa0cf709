"""The refusal of what a user could not do."""


class Refused(Exception):
    """The user's own client would not have sent this: a disabled button, a missing option, a wrong value."""
