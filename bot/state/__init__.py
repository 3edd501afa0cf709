"""What the bot keeps between runs: its shapes, its rules of retention, and the ports behind which it is stored."""
