"""Results as plotly figures and as SVG; nothing is imported here, since the small picture must not import plotly."""
