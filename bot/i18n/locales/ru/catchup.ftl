# What is new since somebody last looked.

catchup-title = С вашего последнего просмотра
catchup-cut = Вы смотрели больше недели назад: здесь последняя неделя.
