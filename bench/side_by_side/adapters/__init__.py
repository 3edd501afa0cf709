"""The systems compared, each behind the same three calls (`interface.System`)."""
