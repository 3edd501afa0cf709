"""Break it on purpose, count what was lost, and write that down: make torture."""
