"""One reader for each kind of document: bytes or text to blocks."""
