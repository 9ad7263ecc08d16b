# Respuestas a preguntas en palabras. Las preguntas se entienden en inglés, así que los ejemplos quedan en inglés.

question-talk = { $talk ->
   *[hello] Me alegra saludarle.
    [thanks] No hay de qué.
    [bye] Hasta luego. Lo que se lea entretanto estará aquí.
 }
question-not-understood = No entendí eso como una pregunta sobre lo que se dijo.
question-forms = Se me puede preguntar qué dijo alguien sobre algo, y cuándo; quién lo desmintió, advirtió de ello o lo elogió; si un país se pronunció; lo último sobre un tema; citas; dos partes frente a frente.
question-articles = También leo un enlace, un artículo entero o un texto breve con `/whosaid article:…`; `/help` cuenta el resto.
question-nothing-read = Todavía no he leído nada que alguien haya dicho: envíeme primero el enlace de un artículo.
question-try-one = Pregúnteme en inglés, por ejemplo: *what did { $name } say last month?* O bien: *when did { $name } last speak?*
question-try-two = Pregúnteme en inglés, por ejemplo: *what did { $first } say last month?* O bien: *what is the latest from { $last }?*
# Cómo se entendió una pregunta: quién · con qué verbo · entre comillas · sobre qué · cuándo.
question-looked-for = Busqué: { $parts }
question-anybody = cualquiera
question-of = { $who } ({ $country })
question-both = { $who } y { $other }
question-or = o
question-quoted = entre comillas
question-earliest = lo primero
question-about = sobre { $about }
question-all-dates = de todas las fechas, no solo: { $dates }
# Under the line above, where the first time was asked for.
question-first-read = Lo primero que he leído, en { $scope }. Puede haberse dicho antes donde no he leído.
question-go-on = Para seguir:
question-step = { $command ->
    [watch] Vigilar { $what }
    [position] Posición: { $what }
    [timeline] En el tiempo: { $what }
   *[said] Declaraciones: { $what }
 }
