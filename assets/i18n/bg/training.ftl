### Обучение

training-parts = Части на страницата
training-part-trainings = Обучения
training-part-learnt = Научено
training-part-methods = Методи
training-new = Ново обучение
training-change = Промени обучение
training-month = { $month }: { $people ->
    [one] 1 човек
   *[other] { $people } души
  } · { $in_person } на живо · { $online } само онлайн · { $more ->
    [one] 1 иска да се развива
   *[other] { $more } искат да се развиват
}
training-undated = без дата

## Празно
training-empty = Дайте на гладния въдица, не риба
training-empty-about = Тук ще стоят обученията с хората, които са дошли, наученото от всеки и методите, които се учат. Започни с едно обучение: тема, ден и кого каниш.
training-first = Запиши първото обучение
training-read-methods = Виж методите
training-nobody-learns = Тук ще се вижда кой какво е научил
training-nobody-learns-about = Всеки регистриран потребител минава по пътя стъпка по стъпка. Посрещни първия човек и отбелязвай наученото.

## Списък
training-coming = Предстоящи
training-held = Проведени
training-older = по-стари { $count }
training-came-of = { $came } от { $all }
training-invited = { $invited ->
    [one] 1 поканен
   *[other] { $invited } поканени
}
training-guest = гост

## Едно обучение
training-led-by = води { $name }
training-led-by-me = водиш ти
training-in-diary = Отвори в дневника
training-mark-held = Проведено
training-number-invited = { $count ->
    [one] поканен
   *[other] поканени
}
training-number-came = { $count ->
    [one] дойде
   *[other] дойдоха
}
training-number-wants = { $count ->
    [one] иска да се развива
   *[other] искат да се развиват
}
training-people = Хора на обучението
training-column-name = Човек
training-column-came = Дойде
training-column-online = Онлайн
training-column-wants = Иска да/се развива
training-column-next = Следва
training-came-name = Дойде: { $name }
training-online-name = Онлайн: { $name }
training-wants-name = Иска да се развива: { $name }
training-off-name = Махни от обучението: { $name }
training-told-came = дойде
training-told-not-came = не е отбелязано, че е дошло
training-told-wants = иска да се развива
training-more = Още един човек
training-more-hint = Добави човек, който дойде…
training-invite-hint = Покани човек от списъка или гост…
training-paste = Постави имена
training-file = Внеси от файл
training-key-came = дойде
training-key-online = онлайн
training-key-wants = иска да се развива
training-all-people = Всички хора и стъпки

## Имена и файл
training-paste-title = Имена: { $topic }
training-paste-about = По едно име на ред. След запетая може да стои телефон, имейл или „онлайн“.
training-paste-label = Имена, по едно на ред
training-paste-hint = Мария Петрова
training-file-title = Присъствие: { $topic }
attendance-file = Присъствие
attendance-not-read = Файлът не може да се внесе
attendance-new = нов контакт: { $name }
attendance-known = { $name }: вече е записано
attendance-leads = { $name } води и не се брои
attendance-choose = има няколко души с това име
attendance-pill-out = остава
attendance-pill-new = нов гост
attendance-pill-came = дойде
attendance-pill-invited = поканен човек
attendance-pill-same = без промяна
attendance-pill-choose = избери
attendance-pill-refused = отказан ред
attendance-include = Запиши: { $name }
attendance-who = Кой е: { $name }
attendance-who-hint = Кой е?
attendance-who-new = нов човек
attendance-count-known = { $count ->
    [one] 1 от списъка
   *[other] { $count } от списъка
}
attendance-count-new = { $count ->
    [one] 1 нов контакт
   *[other] { $count } нови контакта
}
attendance-count-same = { $count } без промяна
attendance-count-choose = { $count } за избор
attendance-count-refused = { $count ->
    [one] 1 отказан ред
   *[other] { $count } отказани реда
}
attendance-save = { $count ->
    [0] Запиши
    [one] Запиши 1 човек
   *[other] Запиши { $count } души
}
attendance-refusal-several = в списъка има няколко души с това име
attendance-refusal-presence = не се чете дали и как е дошъл човекът, или дали иска да се развива
error-no-training = Няма такова обучение в дневника. Нищо не е променено.
error-no-training-today = Днес няма обучение. Кажи деня с --date или записа с --entry.
error-several-trainings = В този ден има няколко обучения. Кажи кое: { $candidates }
error-training-of-series = Обучението се повтаря. Кажи деня с --date.

## Форма
training-field-topic = Тема
training-field-day = Ден
training-field-from = От
training-field-to = До
training-field-mode = Как
training-field-place = Място
training-field-link = Линк
training-field-leader = Води
training-field-materials = Материали
training-topic-hint = Поканата
training-no-leader = не е казано
training-no-topic = Кажи темата с няколко думи.
training-bad-day = Този ден не се чете.
training-bad-from = Часът на началото не се чете.
training-bad-to = Краят е преди началото или не се чете.
training-form-note = Обучението е запис в дневника.

## Научено
training-learnt-about = Отбелязва се, когато се вижда на дело.
training-change-path = Промени пътя
training-key-walk = движение
training-key-learnt = научено
training-column-learner = Човек
training-column-learnt = Научено
training-learnt-of = { $done } от { $total }
training-step-of = { $name }: { $step }
training-learnt-on = научено на { $date }
training-path-of = Пътят на { $name }
training-next-is = Следва: { $step }
training-all-learnt = Целият път е научен
timeline-learnt = Научено: { $step }
training-path-title = Пътят на обучението
training-path-about = Стъпките, по които минава всеки. Изключена стъпка не се учи, а отбелязаното по нея се пази.
training-path-shipped = Върни стъпките на програмата
training-step-title = Какво се учи
training-step-when = Научено е, когато
training-step-next = Какво да направите
training-step-add = Нова стъпка
training-step-back = Върни думите на програмата
training-step-up = Нагоре: { $step }
training-step-down = Надолу: { $step }
training-step-edit = Промени: { $step }
training-step-taught = Учи се: { $step }

## Методи
training-live = На живо
training-at-distance = По телефона и интернет
training-distance = от разстояние
training-methods-beside = Методи, които се учат
training-first-method = първо
training-when = Кога
training-say = Какво да кажеш
training-not = Какво не
training-exercise = Упражнение
training-teach = Как се учи нататък
training-hidden = скрит метод
training-own-words = твои думи
training-copied = Методът е копиран
training-hide = Скрий
training-show = Покажи отново
training-method-back = Върни думите на програмата
training-write-method = Нов метод
training-change-method = Промени метод
training-show-hidden = Покажи скритите
training-hide-hidden = Скрий отново
training-method-title = Име
training-method-what = Какво е
training-method-parts = Части, по една на ред: Преди: …
training-method-say = Какво да кажеш с „ти“, по изречение на ред
training-method-say-formal = Какво да кажеш с „Вие“, по изречение на ред
training-method-how = Как
training-method-note = Важи за този език.
training-no-method-title = Кажи как се казва методът.
