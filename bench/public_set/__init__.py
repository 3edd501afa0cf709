"""Measuring the retriever on public medical questions and answers from outside this project, see data/README.md."""
