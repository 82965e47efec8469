### Вечерен преглед

evening-stop = Прекъсни
evening-rest = Почивка
evening-rest-tip = Планирана почивка: поредните вечери продължават
evening-kept = решеното се пази, ако прекъснеш
evening-next = Нататък
evening-previous-note = предишна
evening-skip = прескочи
evening-undo-key = отменя

## Стъпките
evening-happened = Какво стана днес?
evening-happened-line = { $count ->
    [one] 1 ред
   *[other] { $count } реда
}
evening-happened-none = ред за всяка случка
evening-happened-asks = { $count ->
    [one] 1 чака „Как мина?“
   *[other] { $count } чакат „Как мина?“
}
evening-notes = Бележки
evening-notes-line = { $done } от { $total } подредени
evening-notes-none = няма бележки за подреждане
evening-open = Недовършени
evening-open-line = { $count ->
    [one] 1 нещо чака решение
   *[other] { $count } неща чакат решение
}
evening-open-none = всичко е решено
evening-tomorrow = Утре
evening-tomorrow-line = { $count ->
    [one] 1 нещо за утре
   *[other] { $count } неща за утре
}
evening-next-line = { $count ->
    [one] 1 нещо за деня
   *[other] { $count } неща за деня
}
evening-tomorrow-none = още е празно
evening-streak = { $count ->
    [one] поредна вечер
   *[other] поредни вечери
}

## Какво стана днес?
evening-write = Какво стана?
evening-write-hint = Обадих се на Стоян в 14. Срещнах Ива в магазина…
evening-who = Кого имаш предвид с „{ $name }“?
evening-who-nobody = Запази без човек
evening-asks-title = Как мина?
evening-asks-text = Тези срещи и обаждания минаха. Enter в празния ред води тук.
evening-today-title = Вече записано
evening-today-empty = По едно нещо на ред, с Enter. Каквото е само бележка, се подрежда на следващата стъпка.

## Бележки
evening-written = записано { $when } в { $time }
evening-into-task = Задача
evening-into-task-line = да се свърши
evening-into-call = Обаждане
evening-into-call-line = да звънна
evening-into-contact = Контакт
evening-into-contact-line = в списъка
evening-into-promise = Уговорка
evening-into-promise-line = обещано
evening-into-note = Бележка
evening-into-note-line = остава
evening-proposed = предложено
evening-save-next = Запази и нататък
evening-on = Кога
evening-overmorrow = вдругиден
evening-in-a-week = след седмица
evening-contact-name = Име на новия човек
evening-contact-hint = Име и фамилия
evening-stays = остава бележка за деня
evening-sorted = Вече подредени
evening-take-back = Отмени: { $title }
evening-notes-empty-title = Бележките са подредени
evening-notes-empty = Всяка мисъл, записана през деня, идва тук и става задача, обаждане, контакт или уговорка.

## Недовършени
evening-open-empty-title = Няма недовършени
evening-open-empty = Всичко от днес и отпреди е решено.

## Утре
evening-add-tomorrow = Добави за утре
evening-add-tomorrow-hint = 14:00 кафе с Мария, вземи мострите
evening-tomorrow-empty = Тук се пълни утрешният ден: каквото подредиш тази вечер, идва тук.
evening-tomorrow-title = Утрешният ден
evening-tomorrow-text = Виж реда на утре. Каквото липсва, добави го сега.
evening-busy = Заети

## Решенията, денят, предложенията
evening-happened-on = Какво стана на { $date }?
evening-tell-line = разкажи сега
evening-done-line = направено е
evening-move-next = Премести
evening-move-other = Друг ден
evening-move-other-line = избери дата
evening-drop-line = не е нужно
evening-others = Останалите
evening-decide = Реши
evening-following = Следват
evening-choose-key = избери
evening-day-before = Предишен ден
evening-day-after = Следващ ден
evening-day-other = Друг ден
evening-day-field = Вечерен преглед за
evening-suggested = Предложения за деня
evening-suggested-text = Нищо не се добавя само. Вземи с клавиш, с натискане, или го издърпай върху час.
evening-undated = Без дата
evening-suggested-empty = Тук идват недовършените, задачите без дата, каквото остава от плана за седмицата, и хората, с които е време да се чуете.
evening-from-plan = От плана за седмицата
evening-to-hear = Време е да се чуете
evening-plan-left = още { $left } за седмицата · за деня { $share }
evening-plan-title = { $name }: { $count }
evening-take = Вземи за { $date }: { $title }
evening-drag = Издърпай върху час
evening-hours = Часовете на деня
evening-overlap = застъпва се до { $time }
evening-added-tinted = Оцветеното се добави тази вечер
evening-added = Добавено тази вечер: { $title }
evening-overlap-there = { $time } · застъпва се: { $title }
evening-fixed = Вече в деня
evening-print = Отпечатай деня
evening-ending-month = { $left ->
    [0] Последна вечер от месеца
    [one] Остава 1 ден от месеца
   *[other] Остават { $left } дни от месеца
}
evening-ending-three-months = { $left ->
    [0] Последна вечер от трите месеца
    [one] Остава 1 ден от трите месеца
   *[other] Остават { $left } дни от трите месеца
}
evening-ending-text = Следващият период започва на { $date }. Десет минути: какво направи, какво запазваш, какво променяш.
evening-ending-year = Поглед назад към { $year } г.
evening-ending-text-year = Десет минути: какво направи през годината, какво запазваш, какво променяш.
evening-period-did = Какво направих
evening-period-keeps = Какво запазвам
evening-period-changes = Какво променям
evening-period-answer = Отговори сега

## Денят на хартия
evening-work-print = Страница за деня
day-page-names = Нови имена и телефони
day-page-happened = Какво стана · какво обещах
day-page-printed = отпечатано { $when }
day-page-congratulate = честит ден: { $names }
day-page-plan = От плана
day-page-first-days = Първите 3 дни на { $name }
day-page-next = следва: { $what }
day-page-name-day = имен ден: { $names }
day-parts = На листа
day-part-hours = Свободните часове
day-part-phones = Телефони
day-part-asks = Какво да питам
day-part-plan = Редовете от плана
day-part-first-days = Първите 3 дни
day-part-lines = Празни редове
day-part-name-day = Имен ден
day-paper = Хартия
day-paper-one = A5
day-paper-two = 2 на A4
day-save-pdf = Запази PDF

## След отминал ден
evening-next-title = Следващият ден
evening-next-text = Виж реда на деня. Каквото липсва, добави го сега.
