"""The seal of a PDF: put on, checked, and the certificate that it carries."""
