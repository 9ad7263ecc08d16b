# Позиция страны по теме: карточки, файл, терминал.

position-of = { $country }: позиция
position-on = { $country }: позиция по теме { $topic }
position-said = { $statements ->
    [one] { $statements } высказывание
    [few] { $statements } высказывания
   *[many] { $statements } высказываний
 }, { $speakers ->
    [one] { $speakers } говорящий
    [few] { $speakers } говорящих
   *[many] { $speakers } говорящих
 }
position-newest = самые новые: { $said }
position-newest-first = { $said }, сначала новые
position-searched = просмотрено: { $scope }
position-as-file = Файлом
position-found-on = { $facts }. Составлено { $day } ({ $zone }).
position-word-for-word = Каждое высказывание — часть своей статьи, слово в слово; в кавычках только там, где они стоят в статье. Пересказ дан в формулировке издания.
