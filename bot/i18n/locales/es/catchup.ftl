# What is new since somebody last looked.

catchup-title = Desde su última visita
catchup-cut = Su última visita fue hace más de una semana: esto es la última semana.
