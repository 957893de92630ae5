"""The screen: pages over use cases, drawn by Streamlit."""
