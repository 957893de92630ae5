"""A sheet on the screen: its pages, how it is signed or declined, what is taken along."""
