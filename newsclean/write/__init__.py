"""From a record to bytes, and from bytes to where they belong."""
