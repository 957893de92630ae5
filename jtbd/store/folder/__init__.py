"""A store in a folder: one subfolder for each canvas, YAML that people can read, nothing that is not a file."""
