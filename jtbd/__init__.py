"""Common Job: a Jobs-To-Be-Done canvas for two businesses and one customer."""
