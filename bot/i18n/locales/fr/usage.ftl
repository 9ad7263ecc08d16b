# Ce qu'argparse dit de lui-même sur la ligne de commande ; ses marques (%s) restent.

usage-begins = usage :
usage-options = options
usage-arguments = arguments
usage-help = afficher cette aide et quitter
usage-version = afficher la version et quitter
usage-error = %(prog)s : erreur : %(message)s
usage-argument = argument %(argument_name)s : %(message)s
usage-unrecognized = arguments inconnus : %s
usage-not-allowed = incompatible avec l’argument %s
usage-required = arguments manquants : %s
usage-one-required = il faut l’un des arguments %s
usage-expected-one = un argument est attendu
usage-superfluous = valeur de trop ignorée : %r
usage-ambiguous = option ambiguë : %(option)s peut désigner %(matches)s
usage-choice = choix inconnu : %(value)r (possibles : %(choices)s)
usage-no-number = { $typed } n’est pas un nombre
