"""The simulated operations: what each request does, and what it is answered."""
