"""The kinds of trial, one module each; a module lists its trials in `TRIALS`."""
