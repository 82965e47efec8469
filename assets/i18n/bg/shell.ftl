### Рамката около всички страници

program = Sponsor Desk
command-palette = Търси човек, запис, действие
command-jot = Запиши нещо
command-history = Какво беше направено
command-history-also = история дневник на промените history
command-meet-also = посрещане интервю първи разговор добре дошъл onboarding interview welcome
command-import = Внеси контакти
command-export-contacts = Изнеси контактите
command-export-all = Изнеси всичко
command-backup = Резервно копие
page-evening = Вечерен преглед
jot = Запиши нещо
jot-hint = Запиши, преди да е отлетяло…
jot-remove = Махни: { $what }
jot-unsure = { $name }: кой човек?
jot-nobody = Никой от тях
palette-hint = Търси човек, запис, действие
palette-people = Хора
palette-entries = Записи
palette-views = Списъкът
palette-actions = Действия
palette-nothing = Няма нищо такова. Опитай с друга дума.
nothing-to-undo = Няма какво да се отмени.
nothing-to-redo = Няма какво да се върне.
undo-what = Отмени: { $what }
redo-what = Върни: { $what }
undone = Отменено: { $what }
undone-partly = Отменено: { $what }. Променено след това: { $left }, остава, както е.
redone = Върнато: { $what }
work-cancelled = Прекъснато. Нищо не е променено.
work-written = Записано: { $file }
print-opened = Отваря се като PDF. Отпечатай го оттам.
open-failed = Дневникът не се отваря
other-workspace = Друг дневник
back-to-workspace = Назад към „{ $file }“
file-contacts = Контакти
file-json = Данни
file-workspace = Дневник
file-snapshot = Отчет
file-name-contacts = контакти
file-name-all = всичко
file-name-snapshot = отчет
file-name-day = ден
file-name-backup = резервно-копие

## Само за четене
read-only = Отворено само за четене: { $why }
read-only-file = файлът е защитен от запис
read-only-folder = в папката на файла не може да се записва
read-only-place = мястото, където стои, не може да го заключи
read-only-do = Можеш да гледаш и да търсиш. За да записваш, премести файла в своя папка на този компютър и го отвори оттам.
command-export-structure = Изнеси структурата
command-export-orders = Изнеси поръчките
file-name-structure = структура
file-name-orders = поръчки
page-opens = Отваря се…

### Напомняния
reminder-quiet = имаш напомняне
reminder-due = Напомняне
reminder-missed = Пропуснато, докато беше затворено
reminder-later = След { $time }
reminder-aside = Остави: { $title }
reminder-more = { $count ->
    [one] и още 1 напомняне
   *[other] и още { $count } напомняния
}
command-plan-week = План за седмицата
command-plan-week-also = планирай седмицата
