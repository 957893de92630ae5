"""Where canvases, their sheets and the keys are kept: the port, a folder of YAML text, and memory."""
