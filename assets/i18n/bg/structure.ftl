### Структура

structure-tabs = Кого да покажа
structure-partners = Партньори
structure-customers = Клиенти
structure-all = Всички
structure-find = Търси в структурата
structure-empty-title = Тук ще стои твоята структура
structure-empty-text = Всеки, когото регистрираш, и всеки след него: кой кого е довел, точките на клона, първите стъпки и кога последно се чухте. Започва с едно посрещане.

## Таблица
structure-name = Име
structure-sponsor = Спонсор
structure-registered = Регистрация
structure-points = Точки
structure-new-in-branch = Нови в клона
structure-last-contact = Последно се чухте
structure-last-order = Последна поръчка
structure-last-order-of = { $date } · { $points } т.
structure-row-name = { $name }, точки на клона този месец: { $points }
structure-contact-due = Време е да се чуете
structure-hours-left = { $steps } · { $hours } ч
structure-fold = Скрий клона на { $name }
structure-unfold = Покажи клона на { $name }
structure-points-note = точките са за целия клон, до { $date }
structure-by-branch = Подреди по клонове
structure-opens = отвори
structure-folds = свий или разгъни

structure-shape = Как да се показва
structure-table = Таблица
structure-as-tree = Дърво
structure-find-hint = Търси по име
structure-view-branches = По клонове
structure-view-registered = Регистрирани
structure-in-tree = в дървото

## Дърво
structure-tree = Дървото на структурата
structure-me = { $name } (аз)
structure-it-is-me = това си ти
structure-from-here = Покажи оттук надолу
structure-root-at = Покажи от { $name } надолу
structure-unfold-all = Разгъни всичко
structure-fold-all = Свий всичко
structure-fit = Побери всичко
structure-larger = По-едро
structure-smaller = По-дребно
structure-shown-of = показани { $shown } от { $count }
structure-found = { $count ->
    [0] няма такива
    [one] намерен 1 човек
   *[other] намерени { $count }
}
structure-new-count = { $count ->
    [one] +1 нов
   *[other] +{ $count } нови
}
structure-new-him = нов
structure-new-her = нова
structure-new-partner = нов партньор
structure-new-customer = нов клиент
structure-status-going = върви по стъпките
structure-status-due = отдавна не сте се чували
structure-status-first-days = първите 3 дни
structure-status-paused = в пауза

## Преместване
structure-more = Действия за { $name }
structure-move-under = Премести под…
structure-plan = Планът
structure-unregister = Махни регистрацията
structure-under-whom = Под кого
structure-under-whom-hint = Име от структурата
structure-branch-comes = { $count ->
    [one] Идва и 1 човек от клона.
   *[other] Идват и { $count } души от клона.
}
structure-whom = Избери кого имаш предвид
structure-nobody-so = Няма такъв човек в структурата
structure-move-drop = { $name }: пусни върху новия спонсор, Esc за отказ
structure-move-to = { $name } под { $sponsor }
structure-move-own-branch = { $one } е в клона на { $name }: никой не може да стои под себе си
structure-move-own-self = Никой не може да стои под себе си
structure-move-already = Вече е там

## Показатели на клона
structure-training = На обучение
structure-result = Резултат
structure-next = Следващо
structure-branch-points = Точки на клона, { $month }
structure-branch-new = Нови потребители
structure-branch-training = Хора на обучение
structure-and-more = и още { $count }
structure-behind-tip = Покажи какво стои зад това
structure-behind-points = Точки на клона ({ $name }): { $value }
structure-behind-new = Нови потребители ({ $name }): { $value }
structure-behind-training = Хора на обучение ({ $name }): { $value }
structure-behind-own-order = Своя поръчка ({ $name }): { $value }
structure-behind-customers = Обслужва клиенти ({ $name }): { $value }
structure-behind-brought-in = Доведени хора ({ $name }): { $value }
structure-behind-teaches = Кого учи ({ $name }): { $value }
structure-behind-reading-note = Важи отчетеното от сайта; поръчките под него са тези, които са записани тук.
structure-behind-teaches-note = Хора от клона, които през последните три месеца са били на обучение, водено от този човек, или на среща 2+1 с него.
structure-behind-nothing = Няма нищо за този месец.
structure-behind-open = Отвори: { $what }

## Човекът
structure-cadence = { $days ->
    [one] всеки ден
   *[other] през { $days } дни
}
structure-since = регистрация { $date }
structure-sponsor-of = спонсор { $name }
structure-number = № { $number }
structure-needs = От какво има нужда
structure-going-on = Какво става при него/нея
structure-going-on-her = Какво става при нея
structure-going-on-him = Какво става при него
structure-line-hint = Запиши с Enter
structure-older = по-стари { $count }
structure-own-order = Своя поръчка, { $month }
structure-points-short = { $points } т.
structure-serves = Обслужва клиенти
structure-brought-in = Доведени хора
structure-teaches = Кого учи

## Цел
structure-goal = Цел
structure-agree-goal = Уговори цел
structure-no-goal = Още няма уговорена цел.
structure-goal-what = Какво
structure-goal-hint = С думите на човека
structure-goal-by = До кога
structure-goal-why = Защо
structure-goal-until = до { $date }
structure-goal-more = Действия за целта: { $goal }
structure-goal-reached-on = Постигната { $date }
structure-goal-dropped-on = Отпаднала { $date }
structure-goal-again = Отвори целта отново: { $goal }
structure-past-goals = по-стари цели { $count }
structure-goal-reached = Постигната

## Резултати
structure-results = Резултати
structure-no-results = Тук ще стоят рангове и постижения с дата.
structure-result-text = Ранг или постижение
structure-result-hint = Например: първи ранг
structure-is-rank = Това е сегашният ранг
structure-delete-result = Изтрий резултата: { $what }
structure-day = Дата

## Поръчки
structure-orders = Поръчки
structure-no-orders = Още няма поръчки.
structure-products = Продукти
structure-products-hint = Какво поръча
structure-order-points = Точки
structure-amount = Сума
structure-points-missing = Колко точки?
structure-example = напр. { $example }
structure-order-more = Действия за поръчката: { $date }, { $points } т.
structure-more-orders = още { $count }
structure-ordered-by = Кой поръча
structure-call-arrived = Пристигна ли?
structure-call-used = Как го ползва?
structure-call-running-out = Свършва ли?
structure-call-day = Кога: { $what }
structure-move-from = От кога
structure-move-counts = Каквото е било преди това, остава в показателите на стария клон. С деня на регистрацията се поправя грешка.
