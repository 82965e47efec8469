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
