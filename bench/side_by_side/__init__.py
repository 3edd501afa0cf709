"""This project beside other ways to answer from the same passages with the same model, in one run."""
