"""What people look at: the sheet of a dump, with where each field came from, and the page that shows sheets."""
