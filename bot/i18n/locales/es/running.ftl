# Lo que el doctor dice de un bot en marcha, según sus mediciones, y qué hacer.

running-well = El bot está en marcha y listo; sus mediciones no muestran nada anormal.
running-silent = Nada responde en { $address }, donde lo haría un bot en marcha.
    .step = Si el bot debería estar en marcha, arránquelo y mire su registro.
running-foreign = Lo que responde en { $address } no es Attaché.
    .step = Dé a OBSERVE_ADDRESS un puerto propio.
running-unready = El bot no está listo: { $part }: { $reason }
    .step = Mire su registro.
running-stalls = El bucle de eventos estuvo detenido más de { $limit } s en el { $share } de las comprobaciones.
    .step = Dé a este proceso un núcleo propio; en una máquina ocupada, reduzca READING_PROCESSES.
running-late-answers = El { $share } de los comandos y botones se confirmó pasados más de { $limit } s; Discord espera 3.
    .step = Ajuste el reloj de esta máquina por NTP y ejecute la pasarela en un proceso propio (--roles).
running-slow-reading = El { $share } de los textos tardó más de { $limit } s en leerse.
    .step = Suba READING_PROCESSES al número de núcleos o añada una máquina con --roles work.
running-feed-due = Una fuente espera desde hace { $time } y no se consulta.
    .step = Vea en el registro si las consultas fallan o se quedan colgadas; añada una máquina con --roles work.
running-feeds-fail = De { $asked } fuentes fallan { $failing }.
    .step = Cuando fallan tantas a la vez, mire la red y el servicio de nombres de esta máquina; /status da los motivos.
running-items-wait = Elementos en espera: { $count }, el más antiguo desde hace { $time }.
    .step = Vea en el registro qué retiene la lectura; suba READING_PROCESSES o añada una máquina con --roles work.
running-posts-wait = Mensajes en espera: { $count }, el más antiguo desde hace { $time }.
    .step = Vea en el registro qué responde Discord; compruebe que hay un proceso con --roles send.
running-digests-wait = Boletines en espera: { $count }, el más antiguo desde hace { $time }.
    .step = Compruebe que hay un proceso con --roles work; el registro dice qué lo retiene.
running-others-wait = En espera en la cola { $of }: { $count }, desde hace { $time } como mucho.
    .step = Mire el registro.
running-refused = Discord rechazó el { $share } de los envíos.
    .step = El registro nombra las tarjetas que Discord rechaza; comuníquelas, por favor.
running-channels-broken = El { $share } de los envíos iba a un canal en el que no se puede publicar.
    .step = /feed why y el registro nombran los canales: devuelva allí al bot sus permisos.
running-answers-lost = El { $share } de los envíos quedó sin respuesta clara.
    .step = Discord o el camino hasta él tiene problemas: mire discordstatus.com y esta red.
running-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
 }
running-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
 }
