"""What became of what was signed: what is due, one entry more in a ledger, and who is reliable."""
