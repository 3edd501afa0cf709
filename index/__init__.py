"""The search index over passages: built from a corpus, published as an immutable folder, opened for retrieval."""
