"""Time stamps by an authority: asked for over HTTP, and read."""
