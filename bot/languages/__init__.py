"""The languages in which the bot speaks to people: catalogues of its own short texts, and which one a reader gets."""
