"""The other forms in which a sheet leaves the program: dates for a calendar, a letter for a mail program."""
