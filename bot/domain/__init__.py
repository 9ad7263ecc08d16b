"""Values and pure rules: articles, attributions, digests, feeds, schedules. Imports no other package but i18n."""
