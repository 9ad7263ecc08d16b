"""The commands of Discord and the console: one table of names, options and handlers (:mod:`bot.commands.table`)."""
