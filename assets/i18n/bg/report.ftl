### Внасяне на отчета на компанията

report-title = Отчет на компанията
report-import = Внеси отчет на компанията
report-file = { $file } · { $count ->
    [one] 1 ред
   *[other] { $count } реда
}
report-day = Точки към
report-later = В отчета има регистрации до { $date }, а точките са към по-ранен ден. Провери деня.
report-columns = Колони
report-added = нови
report-updated = с промяна
report-moved = преместени
report-left = напуснали
report-unchanged = без промяна
report-refused = отказани
report-verdict-added = нов
report-verdict-updated = промяна
report-verdict-moved = мести се
report-verdict-left = няма го
report-column-number = Номер
report-column-own = Лични точки
report-column-group = Точки на клона
report-why-added = нов под { $sponsor }
report-why-added-alike = нов под { $sponsor }; в списъка има { $name } без номер
report-why-registered = { $name } от списъка се регистрира
report-why-moved = от { $from } под { $to }, с целия клон
report-why-rank = ранг { $rank }
report-why-rank-was = ранг { $rank }, досега { $before }
report-why-numbered = номерът вече се знае
report-why-city = град
report-why-points = точки
report-why-unchanged = всичко вече е тук
report-why-left = няма го в отчета; нищо не се изтрива
report-why-me = това си ти: точки на цялата структура
report-refusal-no-number = няма номер в компанията
report-refusal-number-twice = номерът стои и на по-горен ред
report-refusal-sponsor-refused = редът на спонсора не се внася
report-refusal-no-sponsor = номерът на спонсора го няма нито в отчета, нито в структурата
report-refusal-cycle = спонсорът стои под този човек
report-refusal-no-day = няма дата на регистрация
report-refusal-day = датата на регистрация не може да се прочете
report-refusal-points = точките не могат да се прочетат
report-new = { $count ->
    [one] 1 нов
   *[other] { $count } нови
}
report-changed = { $count ->
    [one] 1 с промяна
   *[other] { $count } с промяна
}
report-summary = { $added } · { $updated } · { $unchanged } · { $refused }
report-nothing-yet = Още нищо не е записано; Ctrl Z отменя целия отчет.
report-same = Същият човек
report-other = Друг човек
report-key-same = същият човек
report-done = Внесен отчет: { $added }, { $updated }
report-line-moved = { "  " }{ $name } ({ $number }): от { $from } под { $to }
report-line-left = { "  " }{ $name } ({ $number }) го няма в отчета
report-other-file = Избери друг файл

### Изнасяне на таблици

export-column-number = Номер
export-column-name = Име
export-column-sponsor-number = Спонсор №
export-column-sponsor = Име на спонсора
export-column-registered = Дата на регистрация
export-column-role = Тип
export-column-city = Град
export-column-own-points = Лични точки
export-column-group-points = Групови точки
export-column-rank = Ранг
export-column-phone = Телефон
export-column-email = Имейл
export-column-last-contact = Последно се чухте
export-column-level = Ниво
export-column-date = Дата
export-column-products = Продукти
export-column-points = Точки
export-column-amount = Сума
export-column-currency = Валута
export-column-note = Бележка

### Какво има в колоните

mapping-title = Какво има в колоните
mapping-note = Кажи го веднъж: следващия файл със същите заглавия програмата чете сама.
mapping-column = Колона { $number }
mapping-is = Какво е „{ $column }“
mapping-skip = не се внася
mapping-go = Продължи
mapping-missing-name = Трябва поне една колона с име.
mapping-missing-report = Трябват колони за номер и за име.
mapping-given-name = Собствено име
mapping-middle-name = Презиме
mapping-family-name = Фамилия
mapping-organisation = Фирма
mapping-delimiter = Разделител
mapping-itself = разпознай
mapping-delimiter-named = Разделител: { $name }
mapping-comma = запетая
mapping-semicolon = точка и запетая
mapping-tab = табулатор
report-day-of = Точки към { $date }
report-many-same = { $count } души от отчета може да са хора, които вече са тук.
report-all-same = Всички са същите
report-may-be-same = { $row } от отчета и { $name }: един и същи човек ли са?
report-are-same = { $row } от отчета е { $name }.

## Прозорецът за изнасяне
export-title = Изнасяне
export-what = Какво
export-form = Вид на файла
export-where = Изнеси
export-all-contacts = Всички контакти
export-shown = Показаните: { $count }
export-marked = Избраните: { $count }
export-orders = Поръчки
export-form-cards = vCard 4.0
export-form-cards-older = vCard 3.0
export-form-csv = CSV
export-form-xlsx = XLSX
export-form-json = JSON
export-note-cards = За телефон и поща; пази всичко, което се знае за човека.
export-note-cards-older = За по-стар телефон или програма; пази всичко, което се знае за човека.
export-note-csv = Таблица, която отваря всяка програма за таблици.
export-note-xlsx = Работна книга за Excel и LibreOffice.
export-note-json = За скриптове.
export-open-to-all = Файлът не е заключен: който го отвори, вижда имената.
report-refusal-no-name = няма име
report-why-stands = { $why } („{ $text }“)
