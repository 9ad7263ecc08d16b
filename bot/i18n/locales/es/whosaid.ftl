# Quién dijo qué: las declaraciones bajo el nombre de sus autores. Nunca las palabras del propio artículo.

whosaid-title = Quién dijo qué
whosaid-nobody = En este artículo no se cita a nadie.
whosaid-uncertain = Ninguna declaración de este artículo es lo bastante segura para mostrarla bajo un nombre.
whosaid-unresolved = El artículo no aclara quién habla
# De palabras que no llevan ni su verbo ni comillas.
whosaid-reported = referido
# El verbo bajo el que figura una declaración cuando el artículo no tiene uno propio.
whosaid-act = { $act ->
   *[says] declara
    [denies] desmiente
    [rejects] rechaza
    [accuses] acusa
    [condemns] condena
    [warns] advierte
    [threatens] amenaza
    [demands] exige
    [urges] insta
    [proposes] propone
    [pledges] se compromete
    [praises] elogia
    [thanks] agradece
    [agrees] coincide
    [confirms] confirma
    [announces] anuncia
    [reiterates] reitera
    [asks] pregunta
    [discusses] aborda
    [attitude] opinión
 }
whosaid-withheld = { $count ->
    [one] { $count } declaración incierta omitida
   *[other] { $count } declaraciones inciertas omitidas
 }
whosaid-context = Leer una en su contexto
whosaid-unmatched = En este artículo no se cita a nadie que corresponda a { $asked }.
    .step = Se cita a: { $names }.
whosaid-unmatched-by-nobody = En este artículo no se cita a nadie que corresponda a { $asked }.
    .step = { whosaid-nobody }
whosaid-all = Todas las declaraciones
whosaid-via = vía { $name }
# Lo que una línea hace con lo que dice otro.
whosaid-answers = { $act ->
    [rejects] rechaza lo que dice { $name }
   *[denies] desmiente lo que dice { $name }
 }
# Las palabras son la frase entera del artículo sobre lo dicho.
whosaid-sentence = frase del artículo
