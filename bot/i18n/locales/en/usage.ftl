# What argparse says of its own on the command line; its marks (%s) stay.

usage-begins = usage:
usage-options = options
usage-arguments = arguments
usage-help = show this help and exit
usage-version = show the version and exit
usage-error = %(prog)s: error: %(message)s
usage-argument = argument %(argument_name)s: %(message)s
usage-unrecognized = unrecognized arguments: %s
usage-not-allowed = not allowed with argument %s
usage-required = the following arguments are required: %s
usage-one-required = one of the arguments %s is required
usage-expected-one = expected one argument
usage-superfluous = ignored explicit argument %r
usage-ambiguous = ambiguous option: %(option)s could match %(matches)s
usage-choice = invalid choice: %(value)r (choose from %(choices)s)
usage-no-number = { $typed } is not a number
