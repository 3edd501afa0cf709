"""Turn documents (plain text, Markdown, HTML, PDF) into draft articles: python -m corpus import."""
