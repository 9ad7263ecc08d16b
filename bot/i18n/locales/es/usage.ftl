# Lo que argparse dice por sí mismo en la línea de órdenes; sus marcas (%s) se quedan.

usage-begins = uso:
usage-options = opciones
usage-arguments = argumentos
usage-help = mostrar esta ayuda y salir
usage-version = mostrar la versión y salir
usage-error = %(prog)s: error: %(message)s
usage-argument = argumento %(argument_name)s: %(message)s
usage-unrecognized = argumentos desconocidos: %s
usage-not-allowed = no se admite junto al argumento %s
usage-required = faltan los argumentos: %s
usage-one-required = hace falta uno de los argumentos %s
usage-expected-one = se esperaba un argumento
usage-superfluous = valor sobrante: %r
usage-ambiguous = opción ambigua: %(option)s puede ser %(matches)s
usage-choice = opción desconocida: %(value)r (posibles: %(choices)s)
usage-no-number = { $typed } no es un número
