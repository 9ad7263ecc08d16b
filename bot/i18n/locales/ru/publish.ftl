# Страница и лента Atom того, что публикуется в канале.

publish-not-served = Страницы здесь не публикуются.
    .step = Тот, кто запускает Attaché, задаёт PUBLISH_ADDRESS (docs/publishing.md).
publish-name-long = Название страницы может иметь не больше { $limit } знаков.
    .step = Сократите его.
publish-another = Страница этого канала принадлежит другому серверу.
    .step = Выберите канал этого сервера.
publish-published = Страница опубликована
publish-stopped = Страница отключена
publish-on = То, что публикуется в { $channel }, можно читать вне Discord.
publish-page = Страница: { $address }
publish-feed = Лента Atom: { $address }
publish-renewed = Прежние адреса больше не работают.
publish-anybody = Прочесть её может каждый, у кого есть адрес. Его нет ни в одном списке, а поисковые системы просят её пропускать.
publish-take-back = Чтобы отозвать адрес: { $command }
publish-off = То, что публикуется в { $channel }, больше нельзя читать вне Discord.
publish-on-again = Чтобы опубликовать снова, по другому адресу: { $command }
publish-open = Открыть страницу
publish-button = { $do ->
    [new] Новый адрес
    [off] Отключить
   *[on] Опубликовать снова
 }
