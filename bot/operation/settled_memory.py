"""Keep the garbage collector off what stays: modules, rules of triage, the passages of the live build.

To look through all of that takes a tenth of a second, in which nothing else of the process runs, and a burst of
questions would make Python look several times. So what stays is looked through once, and then left out.
"""

import gc


def settle() -> None:
    """Free what is no longer used, and look no more at what is left.

    Of what is left, all but circles is still freed when it is let go; builds form none.
    """
    gc.collect()
    gc.freeze()
