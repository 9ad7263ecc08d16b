# Где позднее высказывание противоречит прежнему высказыванию того же человека: карточки, терминал.

changed-of = { $who }: противоположные высказывания
changed-of-about = { $who }, тема { $about }: противоположные высказывания
changed-earlier = Раньше
changed-later = Позже
changed-count = { $count ->
    [one] { $count } перемена
    [few] { $count } перемены
   *[many] { $count } перемен
 }
changed-compared = сравнено: { $said }
changed-compared-newest = сравнены самые новые: { $said }
changed-nothing = Ничего не найдено: ни одно высказывание не отменяет прежнего ({ $compared }).
changed-what-counts = Находятся только высказывания на английском, одного человека, в разные дни, за и против одного и того же.
changed-judge = Выбрано программой только по словам: прочтите обе статьи, прежде чем говорить о перемене мнения.
changed-all = Все высказывания
changed-nobody = Чьи высказывания? Назовите человека, должность или страну: changed who:Lavrov
changed-position = Позиция изменилась: { $subject }
