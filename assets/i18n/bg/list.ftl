### Списъкът

## Заглавие
list-no-names = още няма имена
list-new-this-week = { $count ->
    [0] тази седмица още няма нови имена
    [one] 1 ново име тази седмица
   *[other] { $count } нови имена тази седмица
}
list-who-else = Кой още?

## Двата списъка
list-which = Кой списък
list-my-city = Моят град
list-my-city-named = Моят град · { $city }
list-other-cities = Други градове
list-no-city = Без град
list-and-more = и още { $count }
list-more-cities = още { $count }
list-off-list = извън списъка
list-of-partner = Списъкът на { $name }
list-back-to-mine = Обратно към моя списък

## Какво се показва
list-everyone = всички
list-waiting = чакат обаждане
list-stage = етап
list-relation = връзка
list-filter = Търси в списъка
list-filter-hint = Търси в списъка
list-nobody-matches = Никой не отговаря
list-nobody-matches-text = В този списък няма човек с тези думи и филтри.
list-nobody-here = Тук още няма имена
list-nobody-here-text = Напиши име отгоре и натисни Enter.
list-show-all = Покажи всички

## Имена едно след друго
list-quick-name = Ново име
list-quick-hint = Име, Enter, следващото име
list-quick-keys = може и с град и телефон
list-goes-home = ще влезе в „Моят град“ · { $city }
list-goes-others = ще влезе в „Други градове“ · { $city }
list-goes-no-city = ще чака град
list-goes-partner = ще влезе в списъка на { $name }
list-first-hint = Име, град, телефон; например: Мария Илиева Карлово 0888…
list-paste = Постави имена едно под друго
list-paste-text = От бележка или от съобщение. Градът решава в кой от двата списъка влизат.
list-paste-label = Имена
list-paste-hint = Мария Илиева, Карлово, 0888 123 456
list-paste-open = Постави
list-paste-add = { $count ->
    [0] Добави
    [one] Добави 1 име
   *[other] Добави { $count } имена
}

## Празният списък
list-empty-title = Тук ще стоят хората, които познаваш
list-empty-text = Два списъка: твоят град и другите градове. Не решавай вместо тях кой би проявил интерес; просто запиши имената. Останалото идва с разговорите.
list-begin-with-a-name = Започни с едно име
list-who-of = Кой идва наум: { $prompt }?
list-who-comes-to-mind = Кой ти идва наум?
list-more-prompts = още подсказки…
list-from-phone = Внеси от телефона или от пощата
list-from-phone-text = Файл vCard или CSV от Google, Outlook, Apple. Първо виждаш всеки ред.
list-choose-file = Избери файл
list-private = Списъкът е само на този компютър. Нищо не се изпраща навън.
list-prompt-childrens-teachers = учи децата ти
list-prompt-schoolmates = съученици
list-prompt-colleagues = бивши колеги
list-prompt-relatives = кумове и роднини

## Таблицата
list-column-name = Име
list-column-relation = Връзка
list-column-place = Място
list-column-stage = Етап
list-column-interests = Интереси
list-column-last = Последно
list-column-next = Следващо
list-row-next = { $name }, { $stage }, следващо { $next }
list-mark = Избери { $name }
list-marked = { $count ->
    [one] Избран е 1 човек
   *[other] Избрани са { $count } души
}
list-due-late = закъсняло
list-due-today = за днес
list-due-later = наред е
list-seen = { $from }–{ $to } от { $count }
list-key-person = човек
list-key-mark = избери
list-key-open = отвори
list-key-delete = изтрий

## Етапи, по човека
list-stage-new-she = нова
list-stage-not-for-her = не е за нея
list-stage-not-for-him = не е за него
list-stage-since = от { $day }
list-ask-again-on = питай пак { $day }
list-ask-again = Кога да питаш пак
list-day-hint = 15 януари, след месец
list-in-a-month = след месец
list-in-three-months = след 3 месеца
list-in-six-months = след 6 месеца

## Човекът
list-age = { $age } г.
list-more-actions = Още действия
list-mail = Прати имейл
list-no-mail = Няма имейл
list-new-entry-with = Нов запис с този човек
list-messenger-viber = Viber
list-messenger-whatsapp = WhatsApp
list-messenger-telegram = Telegram
list-messenger-messenger = Messenger
list-messenger-other = Друг
list-phone = Телефон
list-email = Имейл
list-link = Връзки
list-copy = Копирай { $what }
list-copied = Копирано: { $what }
list-interests = Интереси
list-problem = Проблем
list-birthday = Рожден ден
list-address = Адрес
list-notes = Бележки
list-owner = От списъка на
list-referred-by = Препоръка от
list-on-list = Списък
list-every-days = { $count ->
    [one] всеки ден
   *[other] през { $count } дни
}
list-cadence-none = след първото обаждане
list-cadence-is = На колко време: { $what }
list-cadence-usual = както обикновено
list-cadence-other = През толкова дни
list-promise-mine = Обещано от мен
list-promise-theirs = Обещано на мен
list-promise-undated = без дата
list-promise-kept = Изпълнено
list-need = От какво има нужда
list-going-on = Какво става при него/нея
list-going-on-she = Какво става при нея
list-going-on-he = Какво става при него
list-line-hint = Напиши и натисни Enter
list-jot = Запиши нещо за { $name }…
list-timeline = От дневника
list-timeline-count = { $count ->
    [one] 1 запис
   *[other] { $count } записа
}
list-timeline-empty = Още нищо. Първото обаждане или бележка ще стои тук.
list-timeline-more = и още { $count } по-стари
list-order = Поръчка, { $points } т.
list-goal-agreed = Цел: { $goal }

## Регистрация
list-register = Регистрирай
list-registration-of = Регистрация на { $name }
list-edit-registration = Промени регистрацията
list-unregister = Махни регистрацията
list-registered-as = Регистрация
list-registered-on = Дата
list-registered-at = Час
list-if-known = ако се знае
list-company-number = Номер
list-rank = Ранг
list-sponsor = Спонсор
list-sponsor-note = Спонсор е регистриран човек или ти.
list-in-structure = В структурата

## Формуляр на човек
list-section-who = Човекът
list-section-reach = Как се свързваш
list-section-link = Връзката ви
list-section-more = Още полета
list-given = Име
list-family = Фамилия
list-nickname = Име, с което се обръщаш
list-unsaid = не е казано
list-phones = Телефони
list-emails = Имейли
list-one-a-line = По един на ред
list-messengers = Viber, WhatsApp и други
list-messengers-hint = Viber 0888 123 456
list-links = Връзки в интернет
list-city = Град
list-birthday-hint = 14 май или 14.05.1985
list-occupation = С какво се занимава
list-interests-hint = здраве, доход, спорт
list-gender = Обръщение в изреченията
list-gender-by-name = по името
list-gender-woman = жена
list-gender-man = мъж
list-gender-neutral = без род
list-cadence-days = На колко дни
list-cadence-hint = както обикновено
list-form-of-address = Как се обръщаш
list-informal = на „ти“
list-formal = на „Вие“
list-off-list-tick = извън списъка
list-form-kept = Esc пази написаното
list-who-unclear = Избери човек от предложените

## Изтриване
list-delete-one = Да изтрия ли { $name }?
list-delete-many = Да изтрия ли { $count } души?
list-delete-loss = С това си отиват регистрациите ({ $registered }) и поръчките ({ $orders }). Записите в дневника остават. Може да се отмени с Ctrl Z.
list-not-a-city = { $city } не е град, а част от името
list-family-split = ще се запише: { $family }
list-birthday-unclear = Не разбирам датата. Например: 14 май или 14.05.1985

## Изгледи и филтри
list-all = Всички
list-prospects = потенциални
list-views = изгледи
list-view-keep = Запази изгледа
list-view-rename = Преименувай изгледа
list-view-delete = Изтрий изгледа
list-view-name = Име на изгледа
list-view-hint = Например: За обаждане от София
list-more-filters = още
list-clear = Изчисти
list-filter-remove = Махни: { $what }
list-filter-interest = Интерес
list-interest-is = интерес: { $what }
list-any-city = всеки град
list-last-contact = Последно се чухте преди повече от
list-last-contact-is = последно { $when }
list-older-than = { $count ->
    [one] преди повече от { $count } ден
   *[other] преди повече от { $count } дни
}
list-never = никога
list-no-phone = без телефон
list-without-city = без град
list-open-promise = с отворена уговорка
list-column-information = Информация
list-column-promise = Уговорка
list-column-ask = Какво да попиташ
list-city-hint = Град, Enter, следващият
list-key-city = град

## Много избрани
list-unmark = Никой да не е избран
list-take-off = Не е за списъка
list-put-back = Обратно в списъка
list-city-for-all = Град за всички избрани
list-same-two = Един и същи човек ли са?
list-export-these = Изнеси избраните
list-whole = Още за списъка

## Подреждане след внасяне
list-imported = { $count ->
    [one] Внесен е 1 нов човек
   *[other] Внесени са { $count } нови хора
}
list-sort = Подреди имената
list-sort-count = { $count ->
    [one] 1 име
   *[other] { $count } имена
}
list-sort-position = { $at } от { $count }
list-sort-end = Край
list-sort-other-city = Друг град
list-sort-only-name = само името
list-sort-next = следващо
list-sort-back = предишно
list-sort-kept = Можеш да продължиш оттук и друг път.
list-sort-nobody = Няма имена за подреждане
list-sort-nobody-text = Всички имат град и е казано кои са.
list-sort-over = { $count ->
    [one] Подредено е 1 име
   *[other] Подредени са { $count } имена
}
list-sort-over-text = Всяко решение стои в историята и може да се отмени.
list-sort-to-list = Към списъка
list-sort-key-close = б
list-sort-key-friend = п
list-sort-key-acquaintance = з
list-sort-key-colleague = к
list-sort-key-referral = р

## Еднакви хора
list-same = Еднакви
list-same-count = { $count ->
    [0] няма еднакви
    [one] 1 двойка
   *[other] { $count } двойки
}
list-same-nobody = Няма еднакви хора
list-same-nobody-text = Никои двама нямат един и същи телефон, имейл или име.
list-same-later = { $count ->
    [one] 1 двойка остава за по-късно
   *[other] { $count } двойки остават за по-късно
}
list-same-later-text = Ще бъдат тук, когато отвориш „Еднакви“ пак.
list-same-chosen = избрани от теб
list-same-stays = остава
list-same-goes = влиза в другия
list-same-swap = Размени кой остава
list-same-nothing-new = Двамата казват едно и също.
list-same-kept = Записи, поръчки, цели, бележки и телефони на двамата остават при { $name }.
list-same-not-now = По-късно
list-same-undo = връща и двамата
list-same-phone = един и същ телефон { $value }
list-same-email = един и същ имейл { $value }
list-same-name = еднакво име
list-filters = филтри
list-city-in-row = Град и Enter
list-days = { $count ->
    [one] { $count } ден
   *[other] { $count } дни
}

## В съобщение

list-view-saved = Запазен изглед: { $name }
list-view-gone = Махнат изглед: { $name }
