# What happened, and what to do next: two sentences.

errors-whole = { $cause } { $step }
errors-such-as = { $whole } Por ejemplo: { $example }
