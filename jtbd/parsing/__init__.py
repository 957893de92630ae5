"""What people type, read: amounts of money, names that have to be typed again."""
