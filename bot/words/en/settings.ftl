# Settings, and being forgotten.

settings-language-unknown = I do not speak { $asked }.
    .step = Choose one of { $names }.
settings-language = Language
settings-my-language-effect = what only you see is in it
settings-my-language-unset = that of your Discord
settings-server-language-effect = digests, posts and answers that all see are in it
settings-server-language-unset = English, and for answers the asker's
