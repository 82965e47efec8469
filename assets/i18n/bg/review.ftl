### Седмичен анализ

## Стъпките
review-step-figures = Трите показателя
review-step-plan = План и направено
review-step-people = Хората
review-step-corrections = Корекции и план
review-step-snapshot = Отчет

## Заглавие
review-other-week = Друга седмица
review-before = Предишен анализ
review-after = Следващ анализ
review-week-held = проведен
review-week-open = започнат
review-week-missed = без анализ
review-week-now = още тече

## Показателите
review-month = { $month }: { $value } · { $days }: { $before }
review-figures-title = Как вървят трите показателя?
review-figures-line = седмицата до предишната, месецът до същите дни на предишния
review-follows = Следва { $step }
review-line-kept = всичко се пази, ако прекъснеш
review-line-held = анализът е проведен

## План и направено
review-plan-title = Какво беше планирано и какво е направено
review-plan-note = действия, не резултати
review-plan-empty = Тази седмица няма планирани или направени действия.
review-plan-line = { $name }: { $done } от { $planned }
review-done-line = { $name }: { $done }, без план
review-correct = Корекция
review-correct-line = Корекция от „{ $line }“

## Хората
review-congratulate = Кого да поздравя
review-congratulate-empty = Още няма повод, който се вижда от записаното.
review-support = Кого да подкрепя
review-support-empty = Никой не чака подкрепа според записаното.
review-open-person = Отвори: { $name }
review-why-registered = регистрация на { $date } · { $role }
review-why-reached = { $what } · { $date }
review-why-brought = { $count ->
    [one] 1 нов потребител
   *[other] { $count } нови потребители
}
review-why-first-order = първа поръчка на { $date }
review-why-together = { $count ->
    [one] 1 среща 2+1
   *[other] { $count } срещи 2+1
}
review-why-first-days = първите 3 дни са до { $date }
review-why-wants-more = иска да се развива, обучение на { $date }
review-why-silent = { $days ->
    [one] 1 ден без разговор
   *[other] { $days } дни без разговор
  }, уговорено през { $cadence }
review-why-plan = { $name }: план { $planned }, знае се за { $done }
review-why-plan-unknown = { $name }: план { $planned }, направеното още не знам

## Корекции
review-went-well = Какво мина добре
review-did-not = Какво не се получи
review-nothing = няма ред тук
review-more = { $count ->
    [one] и още 1
   *[other] и още { $count }
}
review-corrections-for = Корекции за { $week }
review-corrections-note = всяка става задача с дата или ред от плана
review-becomes = Корекцията става
review-task = Задача
review-row = Ред от плана
review-from = от „{ $line }“
review-from-nothing = без ред от анализа
review-from-remove = Без този ред
review-new-correction = Нова корекция
review-correction = Корекция
review-correction-hint = Какво ще промениш следващата седмица?
review-row-action = Действие
review-row-count = Колко
review-row-line = { $name }: { $count }
review-change = Промени корекцията: { $title }
review-delete = Изтрий корекцията: { $title }
review-in-plan = в плана
review-plan-for = План за { $week }
review-next-empty = Добави ред от плана като корекция.
review-less = По-малко: { $name }
review-more-of = Повече: { $name }

## Отчет
review-snapshot-of = Отчет · { $period }
review-closes = { $count ->
    [0] Показателите се запазват такива, каквито са сега. Без корекции.
    [one] Показателите се запазват такива, каквито са сега. 1 корекция.
   *[other] Показателите се запазват такива, каквито са сега. { $count } корекции.
}
review-comment-hint = Какво научи от тази седмица?
review-close = Запази отчета и приключи
review-held = Проведен: { $date } · { $by }
review-no-comment = без бележка
review-held-kept = Показателите горе са тези от отчета; по-късни поправки не го променят.
review-browse = предишен и следващ анализ
