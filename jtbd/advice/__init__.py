"""What to say of what was typed: asked, never refused; and what to do next."""
