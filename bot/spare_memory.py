"""Give memory back to the system that is free but still held, after something large was loaded.

Opening a build parses files and lets go of what it parsed; glibc keeps the room for later, where other programs on a
small machine could use it.
"""

import ctypes


def release_spare_memory() -> None:
    """Hand free memory back, where the C library has a call for it (glibc has; others give it back by themselves)."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(ctypes.c_size_t(0))
