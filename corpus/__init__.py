"""The curated knowledge: articles, sources, tables and notices, and the code that loads and checks them."""
