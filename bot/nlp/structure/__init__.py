"""What the layout of a text says by itself: quotation marks, speaker labels, bylines, relays. Pure."""
