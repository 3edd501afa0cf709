"""End-to-end tests: real processes, the real command line."""
