"""Messages of Discord as HTML: data in, one page out; no files, no network, nothing of Discord's own design."""
