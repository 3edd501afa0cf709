"""Documents, and the programs that draw their pictures."""
