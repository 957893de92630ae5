"""Tests, by the packages of `jtbd`; `support` has what they share, `walks` drives a browser through the app."""
