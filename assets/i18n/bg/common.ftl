### Words that several pages share.

## Actions of a person, the same word everywhere
save = Запази
cancel = Отказ
done = Готово
add = Добави
edit = Промени
delete = Изтрий
undo = Отмени
redo = Върни отмененото
find = Търси
import = Внеси
export = Изнеси
print = Отпечатай
move = Премести
drop = Отпада
backup = Резервно копие
restore = Възстанови
open = Отвори
open-again = Отвори отново
start-over = Започни наново
copy = Копирай
close = Затвори
choose = Избери
show = Покажи
back = Назад
next = Напред
start-now = Започни сега
more = Още
retry = Опитай пак
meet-new-person = Посрещни нов човек
meet = Посрещни
call-person = Обади се
message-person = Пиши
new-entry = Нов запис
new-person = Нов човек
how-did-it-go = Как мина?

## Pages and their groups in the rail
page-today = Днес
page-diary = Дневник
page-list = Списък
page-structure = Структура
page-onboarding = Посрещане
page-plan = План
page-figures = Показатели
page-training = Обучение
page-tools = Инструменти
page-settings = Настройки
group-now = Сега
group-people = Хора
group-progress = Напредък

## Parts of the programme
programme-of-day = Денят
agenda = Предстоящо
chronicle = Хроника
unfinished = Недовършени
first-three-days = Първите 3 дни
first-steps = Първи стъпки
evening-review = Вечерен преглед
weekly-review = Седмичен анализ
snapshot = Отчет
promise = Уговорка
cadence = На колко време
sheet = Лист
goal = цел
points = точки
will-be-created = Ще се създадат
unknown-yet = още не знам
no-data = няма данни
read-from-site = отчетено от сайта

## Stages of a person
stage-new = нов
stage-first-talk = първи разговор
stage-saw-presentation = видя презентация
stage-thinking = обмисля
stage-registered = регистриран
stage-not-now = не сега
stage-not-for-them = не е за него/нея

## Who a person is
relation-close = близък
relation-friend = приятел
relation-acquaintance = познат
relation-colleague = колега
relation-referral = препоръка
role-partner = партньор
role-customer = клиент

## Entries
priority-urgent = спешно
priority-important = важно
priority-necessary = необходимо
priority-other = друго
kind-meeting = Среща
kind-event = Събитие
kind-call = Обаждане
kind-message = Съобщение
kind-task = Задача
kind-note = Бележка
action-call = обаждане
action-invitation = покана
action-meeting = среща
action-two-plus-one = среща 2+1
action-presentation = презентация
action-follow-up = последващ разговор
action-training = обучение
action-online-post = публикация онлайн
state-planned = планирано
state-done = направено
state-held = проведена
state-held-event = проведено
state-dropped = отпаднало
in-person = на живо
online = онлайн

## Days of the week and near days
today = днес
tomorrow = утре
yesterday = вчера
all-day = цял ден
weekday-monday = понеделник
weekday-short-monday = пн
weekday-tuesday = вторник
weekday-short-tuesday = вт
weekday-wednesday = сряда
weekday-short-wednesday = ср
weekday-thursday = четвъртък
weekday-short-thursday = чт
weekday-friday = петък
weekday-short-friday = пт
weekday-saturday = събота
weekday-short-saturday = сб
weekday-sunday = неделя
weekday-short-sunday = нд

## Months
month-january = януари
month-short-january = яну
month-february = февруари
month-short-february = фев
month-march = март
month-short-march = март
month-april = април
month-short-april = апр
month-may = май
month-short-may = май
month-june = юни
month-short-june = юни
month-july = юли
month-short-july = юли
month-august = август
month-short-august = авг
month-september = септември
month-short-september = сеп
month-october = октомври
month-short-october = окт
month-november = ноември
month-short-november = ноем
month-december = декември
month-short-december = дек

## How dates, weeks and durations are written
date-long = { $day } { $month } { $year } г.
date-day-month = { $day } { $month }
date-month-year = { $month } { $year }
week-number = седмица { $week }
week-with-number = { $range } · седмица { $week }
days-from-now = { $count ->
    [one] след 1 ден
   *[other] след { $count } дни
}
days-ago = { $count ->
    [one] преди 1 ден
   *[other] преди { $count } дни
}
duration-hours = { $hours } ч
duration-minutes = { $minutes } мин
duration-hours-minutes = { $hours } ч { $minutes } мин
until-time = до { $time }
count-people = { $count ->
    [one] 1 човек
   *[other] { $count } души
}
count-days = { $count ->
    [one] 1 ден
   *[other] { $count } дни
}
count-of-total = { $done } от { $total }

## What fields say
not-understood-date = Не разбирам датата. Например: 24.11, утре, петък
not-understood-time = Не разбирам часа. Например: 11, 14:30
not-understood-duration = Не разбирам времето. Например: 45 мин, 1 ч 30
not-understood-number = Не разбирам числото. Например: 1 284,5

## What is said aloud about a table
column-width = Ширина на колоната „{ $column }“
sorted-ascending = { $column }, подредено нагоре
sorted-descending = { $column }, подредено надолу

## Форма, която се отваря с нещо писано преди
older-draft = { $what ->
    [entry] Недовършен запис от { $when }
   *[other] Недовършено от { $when }
}
older-draft-undated = { $what ->
    [entry] Недовършен запис отпреди
   *[other] Недовършено отпреди
}
