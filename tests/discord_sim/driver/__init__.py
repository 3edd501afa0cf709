"""The driver: what users do, and what of it their clients would not send."""
