"""Valid records in one line each, by domain."""
