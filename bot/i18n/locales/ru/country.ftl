# Названия стран и организаций, которых нет в CLDR Юникода или которые там звучат иначе, чем здесь.

country-name = { $name ->
    [palestine] Палестина
    [holy-see] Святой Престол
    [hong-kong] Гонконг
    [myanmar] Мьянма
    [ivory-coast] Кот-д’Ивуар
    [democratic-republic-of-the-congo] Демократическая Республика Конго
    [republic-of-the-congo] Республика Конго
    [united-states] США
    [united-nations] ООН
    [north-korea] Северная Корея
    [south-korea] Южная Корея
    [nato] НАТО
    [african-union] Африканский союз
    [arab-league] Лига арабских государств
    [asean] АСЕАН
    [osce] ОБСЕ
    [iaea] МАГАТЭ
    [opcw] ОЗХО
    [world-health-organization] Всемирная организация здравоохранения
    [international-court-of-justice] Международный суд ООН
    [international-criminal-court] Международный уголовный суд
    [international-monetary-fund] Международный валютный фонд
    [world-bank] Всемирный банк
    [world-trade-organization] Всемирная торговая организация
    [gulf-cooperation-council] Совет сотрудничества стран Залива
    [organization-of-american-states] Организация американских государств
    [organisation-of-islamic-cooperation] Организация исламского сотрудничества
    [economic-community-of-west-african-states] Экономическое сообщество западноафриканских государств
    [east-african-community] Восточноафриканское сообщество
    [southern-african-development-community] Сообщество развития Юга Африки
    [caribbean-community] Карибское сообщество
    [mercosur] МЕРКОСУР
    [collective-security-treaty-organization] Организация Договора о коллективной безопасности
    [shanghai-cooperation-organisation] Шанхайская организация сотрудничества
    [g7] Группа семи
    [g20] Группа двадцати
    [red-cross] Красный Крест
    [scotland] Шотландия
    [wales] Уэльс
    [northern-ireland] Северная Ирландия
    [abkhazia] Абхазия
    [northern-cyprus] Северный Кипр
    [somaliland] Сомалиленд
    [south-ossetia] Южная Осетия
    [transnistria] Приднестровье
   *[elsewhere] { "" }
 }
