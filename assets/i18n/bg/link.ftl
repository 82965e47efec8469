### Връзката с хората: чухме се, готови думи, поводи, още хора

## Какво може да се направи с човек
command-in-touch = Чухме се с…
command-ready-words = Готови думи за…
deed-called = Чухме се
deed-wrote = Писахме си
deed-met = Видяхме се
deed-ready-words = Готови думи
deed-plan-call = Насрочи обаждане
deed-plan-meeting = Насрочи среща
deed-plan-task = Нова задача
palette-deeds = действия
palette-deeds-of = Какво да направиш с { $name }
palette-with-whom = { $what }: напиши име

## Клавиши на човека
pane-key-call = обаждане
pane-key-message = пиши
pane-key-meeting = среща
pane-key-task = задача
pane-key-note = бележка
pane-key-person = друг човек

## Чухме се
contact-title = Чухме се: { $name }
contact-kind = Как се чухме
contact-said = Какво стана
contact-said-hint = един ред: за какво говорихме, какво се уговорихме
contact-line-hint = ако има нещо ново
contact-next = Следващо обаждане
contact-next-none = без
contact-next-days = { $count ->
    [one] след 1 ден
   *[other] след { $count } дни
}
contact-next-day = Ден на следващото обаждане
contact-next-hint = или друга дата: петък, 12.12, след 3 седмици
reach-sms = SMS

## Хроника на човека
timeline-came = Влиза в списъка
timeline-changed = Променени данни
timeline-changed-fields = Променено: { $fields }
timeline-field-name = име
timeline-field-nickname = обръщение
timeline-field-phones = телефон
timeline-field-emails = имейл
timeline-field-messengers = Viber, WhatsApp и други
timeline-field-links = връзки
timeline-field-city = град
timeline-field-address = адрес
timeline-field-birthday = рожден ден
timeline-field-occupation = с какво се занимава
timeline-field-relation = връзка
timeline-field-referred-by = препоръка
timeline-field-owner = чий списък
timeline-field-off-list = извън списъка
timeline-field-interests = интереси
timeline-field-problem = проблем
timeline-field-notes = бележки
timeline-field-cadence-days = на колко време

## На колко време
list-cadence-by-rule = както е по правилото · { $what }

## Поводи
occasion-birthday = рожден ден
occasion-name-day = имен ден
occasion-registration = { $count ->
    [one] 1 година от регистрацията
   *[other] { $count } години от регистрацията
}
occasion-and = { " " }и{ " " }
occasion-of = днес: { $what } на
occasion-done = Готово: { $name }
occasion-more = още { $count }
occasion-of-day = { $day }: { $people }

## Спомни си още хора
jogger-title = Спомни си още хора
jogger-week = нови имена тази седмица: { $done } от { $planned }
jogger-next = Следваща подсказка
jogger-before = Предишна подсказка
jogger-hint = Име, Enter, следващото име
jogger-city = град: { $city }; друг град се пише след името
jogger-not-this-city = Следващите не са от { $city }
jogger-done = Към списъка
jogger-added = Добавени сега
jogger-added-none = Тук ще стоят имената, които напишеш. Не решавай вместо тях; просто ги запиши.
jogger-key-add = добави
jogger-key-prompt = подсказка
jogger-key-leave = към списъка

## Готови думи
ready-title = Готови думи за { $name }
ready-wording = Как се обръщаш
ready-informal = на „ти“
ready-formal = на „Вие“
ready-english = English
ready-day = Кога
ready-day-hint = утре в 14:00
ready-day-at = { $day } в { $time }
ready-place = Къде
ready-place-hint = в кафето до парка
ready-at-place = ({ $place })
ready-text = Съобщение
ready-fill-again = Върни готовия текст
ready-logged = Текстът се копира и се отваря в програмата. Съобщението остава в дневника.
ready-copied = Текстът е копиран.
ready-sent = Изпратено
settings-ready-words = Готови думи
settings-ready-text = Текст
settings-ready-own = твоят текст
settings-ready-shipped = готовият текст
settings-ready-places = На местата на { "{name}" }, { "{day}" }, { "{place}" } и { "{me}" } застават името, денят, мястото и твоето име.
settings-ready-back = Върни готовия текст
settings-cadence-by-stage = по етап
settings-cadence-by-relation = по връзка
today-unfinished-contact = Чухме се
today-unfinished-ready-words = Готови думи
history-log-contact = Чухме се
history-greet = Поздрав
