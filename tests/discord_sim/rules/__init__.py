"""What Discord accepts: the check against its OpenAPI description, and the limits that leaves out."""
