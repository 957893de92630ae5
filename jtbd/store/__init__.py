"""Where canvases and sheets are kept: YAML text, one folder per canvas, earlier revisions."""
