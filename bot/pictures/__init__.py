"""Pictures of what was said, for those who would rather look: composed here, drawn in a worker process."""
