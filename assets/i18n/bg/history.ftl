### Какво е правено

history-about = { $what }: { $subject }
history-empty = Още нищо не е правено.
history-taken-back = отменено
history-begin = Дневникът започна
history-change-settings = Настройки
history-import-workspace = Внесени данни
history-import-calendar = Внесен календар
history-import-contacts = Внесени контакти
history-add-people = Нов човек
history-edit-person = Променен човек
history-edit-people = Променени хора
history-join-people = Обединени в един човек
history-tell-apart = Различни хора
history-reach-stage = Нов етап
history-set-cadence = На колко време
history-snooze = Отложено
history-add-line = От какво има нужда и какво става
said-off-list = Не е за списъка
said-on-list = Отново в списъка
said-need = Записано от какво има нужда
said-going-on = Записано какво става
history-register = Регистрация
history-unregister = Махната регистрация
history-delete-people = Изтрит човек
history-add-entry = Нов запис
history-edit-entry = Променен запис
history-add-entry-and-people = Нов запис, с нови хора
history-edit-entry-and-people = Променен запис, с нови хора
history-set-state = Отбелязано
history-move-entry = Преместено
history-delete-entries = Изтрит запис
history-record-outcome = Как мина
history-sort-note = Подредена бележка
history-hold-evening = Вечерен преглед
history-add-order = Поръчка
history-add-order-and-calls = Поръчка с обаждания
history-move-under = Преместване в структурата
history-edit-order = Променена поръчка
history-delete-order = Изтрита поръчка
history-add-reading = Отчетено от сайта
history-delete-reading = Изтрито отчетено
history-set-goal = Цел
history-delete-goal = Изтрита цел
history-plan = План
history-start-interview = Започнато посрещане
history-save-interview = Посрещане
history-delete-interview = Изтрито посрещане
history-finish-first-talk = Завършен първи разговор
history-take-snapshot = Отчет
history-delete-snapshot = Изтрит отчет
history-import-report = Внесен отчет на компанията
history-added-with-people = { $count ->
    [one] Записано: { $what }; нов човек в списъка
   *[other] Записано: { $what }; { $count } нови хора в списъка
}
