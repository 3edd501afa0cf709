"""The rows of the table of safety rules, by subject; `bot.answering.triage_rules` puts them together."""
