"""The core: no Discord, no files, no clock, no vectors. The same question over the same build gives the same answer."""
