"""Answer to text; pure."""
