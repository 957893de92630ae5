"""The commitment sheet as it leaves the program: PDF, calendar, mail."""
