"""How the vector index grows: synthetic vectors, the ways to keep them, what each costs (python -m bench.scale)."""
