"""What tests share: makers of documents, real parts, a screen and a terminal to work at."""
