# La página y el canal Atom de lo que se publica en un canal.

publish-not-served = Aquí no se sirven páginas.
    .step = Quien administra Attaché define PUBLISH_ADDRESS (docs/publishing.md).
publish-name-long = El título de una página tiene como máximo { $limit } caracteres.
    .step = Acórtalo.
publish-another = La página de este canal pertenece a otro servidor.
    .step = Elige un canal de este servidor.
publish-published = Página publicada
publish-stopped = Página desactivada
publish-on = Lo que se publica en { $channel } se puede leer fuera de Discord.
publish-page = Página: { $address }
publish-feed = Canal Atom: { $address }
publish-renewed = Las direcciones anteriores ya no funcionan.
publish-anybody = Cualquiera que tenga una dirección puede leerla. No está en ninguna lista y se pide a los buscadores que la omitan.
publish-take-back = Para retirarla: { $command }
publish-off = Lo que se publica en { $channel } ya no se puede leer fuera de Discord.
publish-on-again = Para publicarlo de nuevo, en otra dirección: { $command }
publish-open = Abrir la página
publish-button = { $do ->
    [new] Nueva dirección
    [off] Desactivar
   *[on] Publicar de nuevo
 }
