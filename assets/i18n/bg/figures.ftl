### Показатели и отчети

## Още нищо
figures-empty = Тук ще стоят трите показателя
figures-empty-about = Точките, новите потребители и хората на обучение: сравнени с предишния период, с графики по седмици и месеци. Започни с числото, което показва сайтът на компанията, или с поръчка.
figures-first-reading = Впиши отчетеното от сайта
figures-enter-order = Въведи поръчка

## Периоди
figures-periods = Седмици или месеци
figures-weeks = Седмици
figures-months = Месеци
figures-before = Предишен период
figures-after = Следващ период
figures-until = { $day ->
    [1] { $period }, до 1-ви
    [2] { $period }, до 2-ри
    [7] { $period }, до 7-ми
    [8] { $period }, до 8-ми
    [21] { $period }, до 21-ви
    [22] { $period }, до 22-ри
    [27] { $period }, до 27-ми
    [28] { $period }, до 28-ми
    [31] { $period }, до 31-ви
   *[other] { $period }, до { $day }-ти
}
figures-week-of-year = седмица { $week } от { $year }
figures-still-runs = { $period } още тече
figures-period = Период
figures-month = Месец
figures-week = Седмица

## Обхват
figures-scope = Обхват
figures-whole = Цялата структура
figures-whole-count = Цялата структура · { $count }
figures-branch-of = Клонът на { $name }
figures-own-of = Собствени поръчки: { $name }

## Показатели
figures-points = Точки
figures-new = Нови потребители
figures-training = Хора на обучение
figures-in-training = На обучение
figures-partners = партньори
figures-customers = клиенти
figures-in-person = на живо
figures-online-only = само онлайн
figures-of-them-partners = { $count ->
    [one] от тях 1 партньор
   *[other] от тях { $count } партньори
}
figures-of-them-want-more = { $count ->
    [one] от тях 1 иска да се развива
   *[other] от тях { $count } искат да се развиват
}
figures-row-in-person = На обучение, на живо
figures-row-online-only = На обучение, само онлайн
figures-row-want-more = Искат да се развиват
figures-against-before = Спрямо предишния период
figures-up = повече
figures-down = по-малко
figures-same = колкото преди
figures-from-site = отчетено от сайта { $date }
figures-from-site-and-orders = отчетено от сайта { $date } · поръчки { $orders }
figures-from-orders = сбор от поръчките
figures-from-orders-until = сбор от поръчките до { $date }
figures-rule-points = Най-новото отчетено от сайта за месеца, а без него – сборът от поръчките; за седмица – разликата между две отчитания.
figures-rule-new = Хората, регистрирани в тези дни: партньори и клиенти, без теб.
figures-rule-training = Различните хора, дошли поне веднъж, без водещия и без теб; който е бил и на живо, и онлайн, се брои на живо.

## Графики
figures-points-by-month = Точки по месеци
figures-points-by-week = Точки по седмици
figures-thirteen-months = 13 месеца
figures-thirteen-weeks = 13 седмици
figures-year-before = година по-рано
figures-running = още тече
figures-chart-name = { $title }, графика; числата са в таблицата отдолу
figures-point-tip = { $period }: { $value }
figures-year-before-tip = година по-рано: { $value }
figures-parts-tip = { $first }: { $one } · { $second }: { $two }
figures-cell-name = { $row }, { $period }: { $value }

## Отчетено от сайта
figures-enter-reading = Впиши отчетено
figures-reading-title = Отчетено от сайта
figures-reading-about = Точките за месеца до този ден, както ги показва сайтът на компанията.
figures-reading-points = Точки
figures-reading-date = До дата
figures-reading-bad-points = Напиши числото, както стои на сайта. Например: 1 284
figures-reading-future = Тази дата още не е дошла.
figures-reading-less = По-малко от { $points } на { $date }; запази ли?

## Отчети
figures-snapshot-about = Показателите се запазват, както са сега: { $period }, { $scope }.
figures-comment = Бележка
figures-comment-hint = Какво да се помни за този период
figures-take = Запази отчет
figures-snapshots = Запазени отчети
figures-no-snapshots = Тук ще стоят запазените отчети, най-новият отгоре.
figures-taken = направен на { $date }, { $by }
figures-taken-at = Направен
figures-taken-by = От
figures-export-as = Изнеси: { $period }
figures-delete-snapshot = Изтрий отчета: { $period }
figures-export-work = Отчетът се записва
figures-format-pdf = Документ (PDF)
figures-format-png = Картинка (PNG)
figures-format-svg = Чертеж (SVG)
figures-format-xlsx = Работна книга с диаграми (XLSX)
figures-format-csv = Таблица (CSV)
figures-format-json = Данни (JSON)
figures-now = Този период
figures-copy = Копирай като картинка
figures-copied = Картинката е копирана и може да се постави в разговор
figures-copy-work = Прави се картинка на отчета
