"""The parts of a record, read from a labelled page: one file a field."""
