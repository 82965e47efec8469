### Днес

## Денят
today-count-meetings = { $count ->
    [one] 1 среща
   *[other] { $count } срещи
}
today-count-calls = { $count ->
    [one] 1 обаждане
   *[other] { $count } обаждания
}
today-count-trainings = { $count ->
    [one] 1 обучение
   *[other] { $count } обучения
}
today-count-tasks = { $count ->
    [one] 1 задача
   *[other] { $count } задачи
}
today-count-messages = { $count ->
    [one] 1 съобщение
   *[other] { $count } съобщения
}
today-count-events = { $count ->
    [one] 1 събитие
   *[other] { $count } събития
}
today-day-empty = За днес още нищо не е записано. Каквото ти хрумне, запиши го горе; вечер денят се подрежда.
today-now = сега { $time }
today-all-day = През деня
today-promise = Уговорка: { $text }
today-invited = поканени: { $count }
today-and-more = { $names } и още { $count }
today-age = { $count ->
    [one] навършва 1 година
   *[other] навършва { $count } години
}
today-open-entry = Отвори: { $title }
today-tick = Направено: { $title }
today-move-tomorrow = За утре
today-move-field = Друга дата
today-move-hint = петък, 24.11, +3
today-overdue-more = още { $count } от преди
today-programme-more = още { $count } в дневника
today-notes-more = още { $count }

## Бележки
today-notes = Бележки от днес
today-notes-waiting = { $count ->
    [one] 1 чака да бъде подредена
   *[other] { $count } чакат да бъдат подредени
}

## Вечерен преглед
today-evening-line = подреди деня и планирай утре
today-evening-streak = { $count ->
    [one] 1 поредна вечер
   *[other] { $count } поредни вечери
}
today-evening-left-before = Прегледът не е завършен: { $date }
today-evening-left = спряно на „{ $step }“
today-evening-rest = Почивка тази вечер
today-evening-rest-line = поредните вечери продължават
today-evening-held = Вечерният преглед е направен
today-evening-held-line = утрешният ден е готов

## Първите 3 дни
today-first-hours = { $count ->
    [one] остава 1 час
   *[other] остават { $count } часа
}
today-first-last-hour = остава по-малко от час
today-first-next = { $progress } · следва: { $what }
today-first-all-done = { $progress } · всичко уговорено е направено
today-first-none = Действията още не са уговорени.

## Отдавна не сте се чували
today-silent = Отдавна не сте се чували
today-silent-days = { $days ->
    [one] 1 ден, през { $cadence }
   *[other] { $days } дни, през { $cadence }
}
today-silent-more = още { $count }
today-silent-empty = Тук ще стоят хората, с които не сте се чували по-дълго, отколкото искаш, и за какво да ги попиташ.
today-ask-promise = спомени уговорката: { $text }
today-ask-information = разкажи каквото е питано: { $text }
today-ask-important = питай за важното: { $text }
today-ask-goal = питай как върви целта: { $text }
today-ask-last-talk = последно: { $text } · { $date }
today-ask-last-day = последно се чухте: { $date }
today-ask-how = питай как върви
today-call = Обади се: { $name }
today-message = Пиши: { $name }
today-snooze = По-късно: { $name }

## План за седмицата
today-plan = План за седмицата
today-plan-note = { $week } · ден { $day }
today-plan-new-names = Нови имена
today-plan-call = Обаждания
today-plan-invitation = Покани
today-plan-meeting = Срещи
today-plan-two-plus-one = Срещи 2+1
today-plan-presentation = Презентации
today-plan-follow-up = Последващи разговори
today-plan-training = Обучения
today-plan-online-post = Публикации онлайн

## Показатели
today-figures = { $month } досега
today-figures-against = спрямо { $range }
today-points-read = отчетено от сайта { $when }
today-points-orders = сбор от поръчките
today-points-none = впиши ги, както ги показва сайтът
today-new-users = нови потребители
today-new-partners = { $count ->
    [one] от тях 1 партньор
   *[other] от тях { $count } партньори
}
today-new-none = броят се от първата регистрация
today-training = хора на обучение
today-training-more = { $count ->
    [one] от тях 1 иска да се развива
   *[other] от тях { $count } искат да се развиват
}
today-training-none = броят се от първото обучение
today-no-change = без промяна
today-change-up = нагоре { $change }
today-change-down = надолу { $change }
today-type-reading = Впиши отчетено
today-review-line = показателите, планът, хората и корекциите · около 10 минути
today-review-begun = започнат, продължава оттам
today-weekly-review = Седмичен анализ: { $day }, { $time }

## Недовършени
today-unfinished-note = чакат те, както са оставени
today-unfinished-interview = Посрещане
today-unfinished-call = Обаждане
today-unfinished-meeting = Среща
today-unfinished-task = Задача
today-unfinished-entry = Запис в дневника
today-unfinished-outcome = Как мина?
today-unfinished-list = Текст в списъка
today-unfinished-sorting = Подреждане на имената
today-unfinished-names = Имена за списъка
today-unfinished-person = Човек от списъка
today-unfinished-person-note = Бележка за човек
today-unfinished-person-line = От какво има нужда и какво става
today-unfinished-registration = Регистрация
today-unfinished-order = Поръчка
today-unfinished-goal = Цел
today-unfinished-move-under = Преместване в структурата
today-unfinished-milestone = Резултат
today-unfinished-move = Премести запис
today-unfinished-training = Обучение
today-unfinished-learning = Учене и методи
today-unfinished-training-guest = Гост на обучение
today-unfinished-reading = Отчетено от сайта
today-unfinished-review = Корекция в седмичния анализ
today-unfinished-snapshot = Бележка към отчет
today-unfinished-evening = Вечерен преглед
today-unfinished-settings = Настройки
today-unfinished-plan = План
today-unfinished-about = { $form } · { $name }
today-continue = Продължи

## Първата стъпка
today-start-title = Започни с имената
today-start-text = Първата задача на всеки е списъкът: всички, които познаваш, по едно име на ред. Тук всеки ден ще стои какво предстои, с кого отдавна не сте се чували и за какво да попиташ.
today-start-import = Внеси от телефона
