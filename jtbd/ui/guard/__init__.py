"""What stands between the network and Streamlit: this laptop's browsers, let in by the link in the terminal, only."""

from jtbd.ui.guard.middleware import Guard

__all__ = ["Guard"]
