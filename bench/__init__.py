"""Measurements of the whole bot and of its parts; not installed with it. Depends on `bot`, `index` and `corpus`."""
