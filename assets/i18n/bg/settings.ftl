### Настройки

settings-note = промените важат веднага
settings-look = Език и изглед
settings-language = Език
settings-theme = Тема
settings-theme-system = като системата
settings-theme-light = светла
settings-theme-dark = тъмна
settings-text-size = Големина
settings-about-you = За теб
settings-name = Име
settings-city = Моят град
settings-city-note = решава кой влиза в „Други градове“
settings-phone = Телефон
settings-phone-note = стои на листа след срещата
settings-pages = Страници
settings-pages-note = сами се появяват с първия регистриран човек
settings-pages-needed = Страницата се вижда, щом има регистриран човек под теб
settings-page-on = показва се
settings-page-off = скрита
settings-value-none = няма
settings-week = Седмица и вечер
settings-first-day = Първи ден на седмицата
settings-review-at = Час на анализа
settings-evening-at = Вечерен преглед
settings-day-ends = Денят свършва в
settings-day-ends-note = записаното след полунощ остава за същия ден
settings-reminder = Напомняния
settings-reminder-none = без напомняне
settings-reminder-at-start = в самия час
settings-reminder-before = { $time } преди
settings-cadence = На колко време
settings-cadence-default = Ако не е казано друго
settings-cadence-default-note = брои се след първия разговор
settings-cadence-same = както общо
settings-every-days = { $count ->
    [one] всеки ден
   *[other] през { $count } дни
}
settings-points = Точки и валута
settings-points-name = Име на точките
settings-points-name-note = както ги нарича компанията
settings-order-calls = Обаждания след поръчка
settings-order-calls-note = предлага да питаш след 3, 14 и 30 дни
settings-on = включено
settings-off = изключено
settings-currency = Валута
settings-backup = Резервно копие
settings-backup-note = Целият дневник в един файл, с историята. Проверява се, като се отваря.
settings-backup-now = Резервно копие сега
settings-restore-title = Да върна ли това копие?
settings-restore-text = Копието застава на мястото на сегашния дневник. Сегашният остава до него като файл и може да се върне.
settings-restore-backup = В копието
settings-restore-present = Сега
settings-restore-written = Записано
settings-restore-user = На кого е
settings-restore-people = Хора
settings-restore-registered = Регистрирани
settings-restore-entries = Записи в дневника
settings-restore-orders = Поръчки
settings-restore-changed = Последна промяна
settings-restore-problems = { $count ->
    [one] В копието едно нещо не си пасва.
   *[other] В копието { $count } неща не си пасват.
}
settings-restore-other-user = Копието е на друг човек.
settings-restore-nothing-changed = Нищо не е променено.
settings-restore-looking = Гледам какво има в копието…
settings-restore-back = Върни предишния файл
settings-restored = Възстановено. Предишният дневник стои до него.
settings-data = Данни
settings-file = Файлът с данните
settings-open-folder = Отвори папката
settings-other = Друг дневник
settings-other-choose = Избери
settings-import = Контакти от телефон или поща
settings-import-note = vCard, CSV
settings-export-contacts = Контактите
settings-export-contacts-note = vCard, CSV
settings-export-contacts-do = Изнеси
settings-export-all = Всичко
settings-export-all-note = JSON, чете се и от друга програма
settings-export-all-do = Изнеси
settings-history-note = всяка промяна, и назад
settings-nothing-leaves = Sponsor Desk · нищо не се изпраща навън
settings-backup-last = Последно: { $when }
settings-backup-none = Още няма резервно копие
