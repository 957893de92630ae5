"""The files of Streamlit's page that are fetched ahead: their names change with each of its versions."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

_FOLDER: Final = Path(st.__file__).with_name("static") / "static" / "js"
_CHART: Final = "PlotlyChart.*.js"


def charts() -> tuple[str, ...]:
    """Return the addresses of what draws a chart of plotly's, as Streamlit's own page has them; none if it has none."""
    return tuple(f"./static/js/{file.name}" for file in sorted(_FOLDER.glob(_CHART)))
