# Каталог источников.

browse-title = Источники
browse-title-counted = Источники · { $count }
browse-none = В каталоге нет источников для такого фильтра.
browse-all = Чтобы увидеть все источники: { $command }
browse-gone = Такого источника в каталоге нет.
    .step = Показать все: /feed browse.
browse-to-follow = Чтобы следить за одним: { $command }
browse-source = Источник
browse-look = Посмотреть источник
browse-follow = Следить здесь
browse-follow-pack = { $count ->
    [one] Следить: { $count } источник
    [few] Следить: { $count } источника
    [many] Следить: { $count } источников
   *[other] Следить: { $count } источника
 }
browse-carries = { $count ->
    [one] Сейчас в нём { $count } запись.
    [few] Сейчас в нём { $count } записи.
    [many] Сейчас в нём { $count } записей.
   *[other] Сейчас в нём { $count } записи.
 }
browse-in-packs = В наборах: { $packs }
browse-evidence = { $evidence ->
    [fetched] Адрес работал { $day }, по данным { $found }.
    [refused] { $day } источник не отвечал программам и может не ответить. Адрес из { $found }.
   *[listed] Адрес указан в { $found } (на { $day }), не проверен.
 }
browse-kind = { $kind ->
    [ministry] министерство
    [government] правительство
    [mission] представительство при ООН
    [body] международная организация
    [agency] агентство
    [broadcaster] телерадиовещание
    [paper] газета или новостной сайт
   *[analysis] аналитика
 }
browse-pack = { $pack ->
    [ministries] Министерства иностранных дел
    [wires] Агентства
    [ukraine] Россия – Украина
    [mideast] Ближний Восток
    [council] Совет Безопасности
   *[mun] Модель ООН
 }
