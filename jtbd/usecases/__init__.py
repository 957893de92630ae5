"""What a person can do, a module for each thing; stores are arguments."""
