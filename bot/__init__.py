"""Answering questions about kratom from the index, and the ways to ask."""
