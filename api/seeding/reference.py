"""The Initiative's real data, each record with its source and how sure it is."""
