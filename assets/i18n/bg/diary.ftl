### Дневник

## Заглавие и дни
diary-look = Изглед
diary-month = Месец
diary-month-before = Предишен месец
diary-month-after = Следващ месец
diary-day = Ден
diary-day-before = Предишен ден
diary-day-after = Следващ ден
diary-chronicle = Хроника
diary-until-day = до { $day }
diary-week = Седмица
diary-week-before = Предишна седмица
diary-week-after = Следваща седмица
diary-go-today = Към днес
diary-go-to = Към дата
diary-go-to-do = Отиди
diary-go-to-hint = 24.11, петък, утре
diary-week-free = Тази седмица още е празна. Щракни върху свободен час или натисни N.
diary-day-free = Този ден още е празен. Щракни върху свободен час или натисни N.
diary-month-free = Този месец още е празен. Щракни два пъти върху ден или натисни N.
diary-month-done = { $month } досега: { $done }
diary-count-two-plus-one = { $count ->
    [one] 1 среща 2+1
   *[other] { $count } срещи 2+1
}
diary-count-presentations = { $count ->
    [one] 1 презентация
   *[other] { $count } презентации
}
diary-entries = { $count ->
    [0] без записи
    [one] 1 запис
   *[other] { $count } записа
}
diary-open-day = Отвори деня
diary-chronicle-empty = Още няма какво да се разкаже
diary-chronicle-empty-text = Тук се чете какво се случи: проведени срещи и обаждания с разказаното за тях, направени задачи и бележки, от днес назад.
diary-chronicle-begins = Оттук започва дневникът.
diary-agenda-empty = Няма нищо предстоящо
diary-agenda-empty-text = Тук стоят срещите, обажданията и задачите за следващите 60 дни. Започни с първия запис.
diary-new-on = { $day }, нов запис
diary-new-all-day = { $day }, нов запис за цял ден
diary-from-to = { $from } до { $to }
diary-undated = без дата
diary-written = записано в { $time }
diary-notes = { $count ->
    [one] 1 бележка
   *[other] { $count } бележки
}
diary-notes-of = { $day }, { $notes }
diary-invited = { $count ->
    [one] 1 поканен
   *[other] { $count } поканени
}

## Филтри
diary-filter-kind = Вид
diary-filter-action = Действие
diary-filter-priority = Приоритет
diary-filter-state = Състояние
diary-filter-person = Човек
diary-filter-all = Всички
diary-filter-none = Без филтри
diary-filter-everybody = Всички хора
diary-filter-nothing = Филтрите не пропускат нищо
diary-filter-nothing-text = Тук няма запис, който да отговаря на избраното.

## Без дата
diary-undated-tasks = Без дата
diary-undated-new = Нова задача без дата
diary-undated-hint = Плъзни задача върху час или ден, или я избери и натисни P.
diary-undated-empty = Няма задачи без дата.

## Запис
diary-counts-as = брои се като: { $action }
diary-counts-not = не се брои в плана
diary-guessed-by-people = познато по хората и етапа
diary-guessed-by-kind = познато по вида
diary-named-in-title = името е в заглавието
diary-gone = Този запис вече го няма
diary-delete-day = Изтрий само този ден
diary-delete-series = Изтрий цялата поредица
diary-plan-again = Пак планирано
diary-move-day = На дата
diary-move-time = От колко часа
diary-move-now = Премести записа
diary-drag-tip = от { $from } на { $to } · Esc отказва
diary-drop-tip = на { $to } · Esc отказва
diary-copy-tip = копие на { $to } · Esc отказва
diary-from-to-when = от { $from } на { $to }
diary-series-ask-change = Какво от поредицата се променя?
diary-series-ask = Кое да се премести?
diary-series-this = Само това
diary-series-following = Това и следващите
diary-series-all = Всички
diary-series-cannot = Правилото на тази поредица не може да се премести на друг ден.
diary-take-away = Махни { $name }

## Форма
diary-change-entry = Промяна на запис
diary-kept-while-typing = пази се, докато пишеш
diary-series-note = Промените важат за цялата поредица. Само за един ден: отбележи или премести от листа на записа.
diary-title = Какво е
diary-title-hint = Например: Кафе с Мария
diary-take-when = Сложи { $when }
diary-date = Дата
diary-last-date = Последен ден
diary-from = От
diary-to = До
diary-hour = Час
diary-all-day = цял ден
diary-day-missing = Кажи за кой ден е.
diary-free = По това време е свободно.
diary-taken = По това време: { $what }
diary-taken-more = По това време: { $what } и още { $others }
diary-meeting-with = среща с { $names }
diary-place = Място
diary-mode = Как
diary-people = Хора
diary-people-hint = Започни да пишеш име
diary-not-added-yet = { $name }: още не е сред хората, потвърди с Enter
diary-choose-person = { $name }: избери кого имаш предвид
diary-add-named = Добави { $name }
diary-nobody-found = Няма такъв човек в списъка.
diary-from-list-of = от списъка на { $name }
diary-new-person = Нов човек „{ $name }“
diary-priority = Приоритет
diary-reminder = Напомняне
diary-reminder-none = без напомняне
diary-reminder-at-start = в началото
diary-reminder-before = { $duration } преди
diary-reminder-day-before = един ден преди
diary-reminder-at = напомняне { $time }
diary-repeat = Повторение
diary-repeat-never = не се повтаря
diary-repeat-daily = всеки ден
diary-repeat-weekly = всяка седмица
diary-repeat-fortnightly = през седмица
diary-repeat-monthly = всеки месец
diary-repeat-yearly = всяка година
diary-repeat-other = по свое правило
diary-repeat-until = Повтаря се до
diary-repeat-until-hint = без край
diary-repeat-times = или колко пъти
diary-repeat-times-hint = без край
diary-every-days = На всеки колко дни
diary-every-weeks = На всеки колко седмици
diary-every-months = На всеки колко месеца
diary-every-years = На всеки колко години
diary-repeat-every-days = на всеки { $count } дни
diary-repeat-every-weeks = на всеки { $count } седмици
diary-repeat-every-months = на всеки { $count } месеца
diary-repeat-every-years = на всеки { $count } години
diary-weekdays = В кои дни
diary-monthly = Кой ден от месеца
diary-monthly-date = на същата дата ({ $day })
diary-monthly-place = { $gender ->
    [f] { $place ->
        [0] последната { $weekday }
        [1] първата { $weekday }
        [2] втората { $weekday }
        [3] третата { $weekday }
        [4] четвъртата { $weekday }
       *[other] петата { $weekday }
    }
   *[m] { $place ->
        [0] последния { $weekday }
        [1] първия { $weekday }
        [2] втория { $weekday }
        [3] третия { $weekday }
        [4] четвъртия { $weekday }
       *[other] петия { $weekday }
    }
}
diary-series-nothing = По това правило няма нито един ден. Промени дните или края.
diary-series-too-many = Това са повече дни, отколкото дневникът показва (най-много { $most }). Сложи по-близък край.
diary-series-counted = { $count ->
    [one] Един път: { $first }.
   *[other] { $count } пъти, от { $first } до { $last }.
}
diary-series-begins = Започва { $first }.
diary-repeat-ends = до { $day }
diary-repeat-count = { $count ->
    [one] един път
   *[other] { $count } пъти
}
diary-repeat-kept = За някои дни вече е отбелязано какво стана. Те остават, а поредицата свършва: { $day }.
diary-count = Колко действия
diary-nature = Каква задача
diary-nature-task = обикновена задача
diary-nature-my-promise = моя уговорка
diary-nature-their-promise = чужда уговорка
diary-nature-information = информация за някого
diary-note = Бележка

## Как мина
diary-met = С кого се срещнах
diary-talked-about = За какво говорихме
diary-call-when = Кога да звънна
diary-information = Каква информация е нужна
diary-promise = Каква уговорка имаме
diary-promise-until = До кога
diary-unclear-until = Не се разбира до кога е уговорката. Поправи деня или го изтрий.
diary-unclear-call-day = Не се разбира кога да звъннеш. Поправи деня или го изтрий.
diary-unclear-call-time = Не се разбира в колко часа да звъннеш. Поправи часа или го изтрий.
diary-nothing-told = Нищо не е написано, затова няма какво да се запази.
diary-said-until = до { $date }
diary-new-contacts = Нови контакти
diary-new-contacts-hint = Име, после Enter
diary-what-matters = Кое е важно
diary-creates-call = обаждане, { $when }
diary-creates-information = задача за информация
diary-creates-promise = уговорка, { $date }

## Обучение
diary-training-people = Кой дойде
diary-came-count = { $came } от { $total }
diary-came = Дойде: { $name }
diary-came-how = Как присъства: { $name }
diary-wants-more = иска да се развива
diary-wants-more-name = Иска да се развива: { $name }
diary-guest = Още един човек
diary-guest-hint = Име от списъка или гост

## Цели дни
diary-more = +{ $count } още
diary-more-on = още { $count } на { $day }

## Как мина среща 2+1
diary-presented = Кой представи
diary-presented-me = { $name } (аз)
diary-presented-unsaid = не е отбелязано
diary-after = Какво прави всеки след това
diary-after-of = След това: { $name }
diary-after-hint = пробва мострите до петък
diary-creates-step = { $name }: задача, { $date }
diary-creates-step-call = { $name }: обаждане, { $date }
