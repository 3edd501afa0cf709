"""An overview in pictures of a whole corpus, for the people who look after it: python -m corpus report."""
