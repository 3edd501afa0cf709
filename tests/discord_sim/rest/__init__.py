"""The REST side: from a request to its operation, past faults, rate limits and checks, to an answer."""
