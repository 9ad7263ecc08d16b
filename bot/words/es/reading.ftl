# A text that cannot be read, or summed up, or drawn: why, and what to do next.

reading-nothing = No hay nada que leer.
    .step = Dé un enlace a un artículo, o pegue su texto.
# Why a reading has no who-said-what.
reading-english-only = Por ahora, quién dijo qué solo se lee en inglés; el resumen está en el idioma del propio artículo.
reading-busy = Attaché está ocupado leyendo otros textos.
    .step = Inténtelo de nuevo dentro de un minuto.
reading-stopped = Attaché dejó de leer este texto.
    .step = Délo de nuevo.
reading-stopped-twice = El lector se detuvo dos veces antes de empezar.
    .step = Ejecute `python -m bot doctor` para ver por qué.
reading-too-slow = Leer este texto lleva más de { $seconds } s.
    .step = Dé un texto más corto, o una parte de este.
reading-too-large = Leer este texto requiere más de { $limit } MiB de memoria.
    .step = Dé un texto más corto, o una parte de este.
reading-ended-early = El lector terminó antes que el texto.
    .step = Dé un texto más corto, o una parte de este.
reading-failed = La lectura de este texto falló.
    .step = Comuníquelo, por favor, con el enlace del texto.
reading-model-unreadable = No se puede leer el modelo de { $folder }.
    .step = Instale de nuevo el programa.
reading-model-changed = El fichero { $name } del modelo no es el publicado.
    .step = Instale de nuevo el programa.
reading-no-method = No hay ningún método de resumen «{ $method }».
    .step = Elija uno de: { $names }.
reading-method-slow = El método de resumen «{ $method }» es demasiado lento para este texto: admite hasta { $sentences } frases y { $words } palabras.
    .step = Use el método «{ $instead }», que admite cualquier texto.
reading-count-or-share = Un resumen tiene o bien un número de frases o bien una parte del texto.
    .step = Dé una de las dos cosas.
reading-no-share = { $share } no es una parte de un texto.
    .step = Dé una parte mayor que 0 y de hasta 1.
reading-no-sentences = Un resumen de { $count } frases no dice nada.
    .step = Pida al menos 1 frase.
reading-not-drawn = No se pudo dibujar esta imagen.
    .step = Pida en su lugar las columnas.
reading-not-one-page = Esta imagen no tiene página, o tiene varias.
    .step = Pida en su lugar las columnas.
