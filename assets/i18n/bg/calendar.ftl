### Внасяне и изнасяне на календар

## Защо не става
calendar-refusal-no-entry = не е събитие, задача или бележка
calendar-refusal-no-title = няма нито заглавие, нито ден
calendar-refusal-no-start = не е казано кога започва
calendar-refusal-time = денят или часът не може да се прочете
calendar-refusal-end = свършва, преди да е започнало
calendar-refusal-repeat = повторението не може да се прочете или не дава нито един ден
calendar-refusal-within-day = повтаря се по няколко пъти на ден; дневникът побира по веднъж
calendar-refusal-from-day-on = променя цялата поредица от един ден нататък; такава промяна не се внася
calendar-refusal-uid-twice = друг запис във файла има същия идентификатор (UID), а е различен

## Преглед
calendar-file = { $file } · { $count ->
    [one] 1 запис
   *[other] { $count } записа
}
calendar-column-title = Какво
calendar-column-when = Кога
calendar-column-people = Хора
calendar-updated = ще се обнови
calendar-repeats = повтаря се
calendar-instance = един път от поредица
calendar-undated = без ден
calendar-why-new = ново в дневника
calendar-why-news = от файла: { $fields }
calendar-why-kept = променено тук и остава: { $fields }
calendar-why-rest = други данни
calendar-why-unchanged = вече е в дневника, еднакво
calendar-why-older = файлът е с по-стар запис; остава новият
calendar-remark-zone = непозната зона: часът е тукашен
calendar-remark-days = по-дълго от седмица: става на цели дни
calendar-remark-end = броят на повторенията е прекалено голям: повтаря се без край
calendar-remark-title = без заглавие
calendar-field-kind = вид
calendar-field-title = заглавие
calendar-field-when = време
calendar-field-place = място
calendar-field-note = бележка
calendar-field-people = хора
calendar-field-priority = важност
calendar-field-state = състояние
calendar-field-reminders = напомняния
calendar-field-repeat = повторение
calendar-new = { $count ->
    [one] 1 нов
   *[other] { $count } нови
}
calendar-changed = { $count ->
    [one] 1 обновен
   *[other] { $count } обновени
}
calendar-imported = { $count ->
    [one] Внесен 1 запис
   *[other] Внесени { $count } записа
}
cli-calendar-report = { $file }: прочетени { $read }, добавени { $added }, обновени { $updated }, без промяна { $unchanged }, отказани { $refused }

## Изнасяне
diary-whole = Дневникът като цяло
calendar-export-all = Целият дневник
calendar-export-shown = Каквото пуска филтърът
calendar-export-period = От един ден до друг
calendar-export-from = От ден
calendar-export-to = До ден
calendar-export-no-days = Напиши двата дни, първия преди втория.
export-form-calendar = iCalendar
export-note-calendar = За всеки календар; казаното след срещите остава тук.
file-calendar = Календар
file-name-diary = дневник
command-export-diary = Изнасяне на дневника
export-column-kind = Вид
export-column-title = Заглавие
export-column-time = Час
export-column-until = До ден
export-column-minutes = Минути
export-column-people = Хора
export-column-place = Място
export-column-priority = Важност
export-column-state = Състояние
export-column-repeat = Повторение
export-column-id = Идентификатор
