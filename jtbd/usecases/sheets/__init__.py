"""What a person can do with a sheet, from freezing it to checking it years later."""
