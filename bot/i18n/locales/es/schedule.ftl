# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = Esto no es una hora del día: { $typed }.
    .step = Escriba horas y minutos, como `08:00` o `17:30`.
schedule-quiet-unknown = Esto no son horas de silencio: { $typed }.
    .step = Escriba comienzo y fin, como `22:00-07:00`, o `none`.
schedule-days-unknown = Esto no son días de la semana: { $typed }.
    .step = Escríbalos así: `mon-fri`, `sat,sun`, `weekdays` o `every day`.
schedule-hours = Un boletín abarca de 1 a { $most } horas, no { $hours }.
    .step = Dé menos o más horas.
schedule-full = Ya está programado aquí el máximo de boletines ({ $most }).
    .step = Quite uno primero.
schedule-known = El boletín { $number } ya llega a esa hora, en el mismo canal y sobre lo mismo.
    .step = Quítelo primero, o elija otra hora, otro canal u otro tema.
schedule-needs-zone = Un boletín programado necesita una zona horaria.
    .step = Dé una, o defina la de este servidor: `/settings server`.
schedule-topic-long = Un tema tiene como máximo { $limit } caracteres.
    .step = Dé una o dos palabras.
schedule-unknown = Aquí no hay ningún boletín programado { $number }.
    .step = Mire la lista de los que hay.
schedule-damaged = No se puede leer el registro guardado de un boletín programado.
    .step = Si su zona horaria es nueva, actualice el paquete tzdata.
schedule-direct-options = Los roles y las etiquetas son para canales, no para mensajes directos.
