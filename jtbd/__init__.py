"""Common Job: a Jobs-To-Be-Done canvas for two businesses and one customer."""

__version__ = "0.1.0"
