### Посрещането: въпросите, екраните и листът

## Рамката
interview-welcome = Посрещане на { $name }
interview-when = { $date } · първа среща
interview-kept = Запазено
interview-pause = Прекъсни, продължаваме после
interview-close = Затвори
interview-skip = Пропусни засега
interview-step-number = { $number } · { $title }
interview-progress = Стъпки на срещата

## Стъпките
interview-person-title = Човек
interview-company-title = Компанията
interview-products-title = Продуктите
interview-income-title = Доходът
interview-time-title = Времето
interview-experience-title = Опитът
interview-goal-title = Целта
interview-first-names-title = Първи имена
interview-first-days-title = Първите 3 дни
interview-sheet-title = Листът

## Въпросите, с «ти» и с «Вие»
interview-person-question-ti = Кой е до теб?
interview-person-question-vie = Кой е до Вас?
interview-company-question-ti = С какво те привлече тази компания?
interview-company-question-vie = С какво Ви привлече тази компания?
interview-products-question-ti = Какво искаш да научиш за продуктите?
interview-products-question-vie = Какво искате да научите за продуктите?
interview-income-question-ti = Какъв доход искаш да достигнеш?
interview-income-question-vie = Какъв доход искате да достигнете?
interview-time-question-ti = С какво се занимаваш и колко време седмично можеш да отделяш за тази работа?
interview-time-question-vie = С какво се занимавате и колко време седмично можете да отделяте за тази работа?
interview-experience-question-ti = Имаш ли опит в мрежова компания? Как беше?
interview-experience-question-vie = Имате ли опит в мрежова компания? Как беше?
interview-goal-question-ti = За каква цел се разбираме?
interview-goal-question-vie = За каква цел се разбираме?
interview-first-names-question-ti = Кои имена ти идват наум първи?
interview-first-names-question-vie = Кои имена Ви идват наум първи?
interview-first-days-question-ti = Кога ще стане всяко от седемте?
interview-first-days-question-vie = Кога ще стане всяко от седемте?
interview-sheet-question-ti = Прегледайте го заедно
interview-sheet-question-vie = Прегледайте го заедно
interview-number-of-question = Въпрос { $number } от { $total }
interview-answer = Отговор

## Думи, които се добавят с едно натискане
interview-chips-ti = Избери, ако е по-лесно, и с Ctrl 1, Ctrl 2…; после допълни със свои думи
interview-chips-vie = Изберете, ако е по-лесно, и с Ctrl 1, Ctrl 2…; после допълнете със свои думи
interview-company-chips = продуктите | хората | допълнителен доход | собствено време | обученията | да помагам на други | друго
interview-products-chips = за здравето | за кожата | за дома | за децата | как се поръчва | как се разказва за тях | друго
interview-income-chips = малко допълнително | колкото една вноска | колкото една заплата | повече от сегашния доход | още не знам
interview-time-chips = до 5 часа | 5 до 10 часа | над 10 часа | делнична вечер | събота и неделя
interview-experience-chips = нямам опит | имам опит | беше добре | беше трудно | нямаше кой да помага

## Целта
interview-goal-what = Какво
interview-goal-until = До кога
interview-goal-why = Защо е важно
interview-goal-until-hint = края на май
interview-goal-sentence = Целта с едно изречение
interview-goal-said = { $what } до { $until }
interview-goal-open = Целта ще се появи тук, щом я кажете.
interview-goal-checks = За да е ясна и за двама ви
interview-goal-number = Има ли число?
interview-goal-date = Има ли дата?
interview-goal-deeds-ti = Какво ще направиш за нея в тези часове?
interview-goal-deeds-vie = Какво ще направите за нея в тези часове?
interview-goal-deeds-hint = с мои думи…
interview-goal-yours-ti = Може да се допълни и по-късно. Целта е твоя.
interview-goal-yours-vie = Може да се допълни и по-късно. Целта е Ваша.

## Първите имена
interview-names-name = Име
interview-names-city = Град
interview-names-add = Добави
interview-names-remove = Махни { $name }
interview-names-empty = Имената, едно по едно: името и Enter. Фамилията може да почака.
interview-names-count = { $count ->
    [one] 1 име
   *[other] { $count } имена
}
interview-names-by-city = По градове
interview-names-no-city = без град
interview-names-memory = За да се сещате

## Първите 3 дни
interview-days-until = до { $time }
interview-days-first = първи ден
interview-days-second = втори ден
interview-days-third = трети ден
interview-days-fourth = четвърти ден
interview-days-note-ti = Смени ден и час тук, например „сряда“ и „18“. Между 21:00 и 8:00 не се планира нищо.
interview-days-note-vie = Сменете ден и час тук, например „сряда“ и „18“. Между 21:00 и 8:00 не се планира нищо.
interview-days-night = Между 21:00 и 8:00 е време за почивка. Остава { $stays }.
interview-days-before = Това е преди регистрацията. Остава { $stays }.
interview-days-after = Първите 3 дни са до { $until }. Остава { $stays }.
interview-days-meeting-late = Втората среща е най-добре в първите 3 дни, до { $until }.
interview-days-day = Ден: { $what }
interview-days-time = Час: { $what }
interview-days-who = Кой: { $what }
interview-days-together = заедно
interview-days-alone-ti = ти
interview-days-alone-vie = Вие
interview-days-second-talk = Втора среща
interview-days-place = Място
interview-days-where = къде
interview-days-first-order = Първа поръчка за себе си
interview-days-team = Запознанство с екипа в групата
interview-days-two-minutes = Да чуе 2-минутната презентация
interview-days-two-plus-one = Първа среща 2+1
interview-days-twenty-names = Първите 20 имена в двата списъка
interview-days-five-calls = Пет обаждания заедно
interview-days-card = Визитка и своя 2-минутна презентация

## Листът
interview-sheet-note-ti = Листът остава и за двама ви. Щракни ред, за да го поправиш; всичко друго е готово.
interview-sheet-note-vie = Листът остава и за двама ви. Щракнете ред, за да го поправите; всичко друго е готово.
interview-sheet-edit = Промени: { $what }
interview-sheet-in-structure = { $name } в „Структура“
interview-sheet-cadence = { $count ->
    [one] през 1 ден
   *[other] през { $count } дни
}
interview-sheet-actions = { $count ->
    [one] 1 действие в дневника
   *[other] { $count } действия в дневника
}
interview-sheet-with-dates = с дати
interview-sheet-names = { $count ->
    [one] 1 име в новия списък
   *[other] { $count } имена в новия списък
}
interview-sheet-goal = Целта
interview-sheet-meeting = Втора среща, { $date }
interview-sheet-at-once = Влизат наведнъж с „Готово“; Ctrl Z отменя всичко. Първата среща стига; останалото е за втората.
interview-sheet-done = Първата среща е проведена.
interview-sheet-save = Запази PDF
interview-sheet-line-partner = партньор от { $date }
interview-sheet-line-customer = клиент от { $date }
interview-sheet-number = № { $number }
interview-sheet-sponsor = спонсор { $name }
interview-sheet-agreed = Целта, за която се разбрахме
interview-sheet-hours = Време седмично
interview-sheet-her-words = С нейни думи
interview-sheet-his-words = С негови думи
interview-sheet-own-words = Със свои думи
interview-sheet-income = Доход, който иска да достигне
interview-sheet-learn = Иска да научи
interview-sheet-first-names = Първи имена
interview-sheet-city-count = { $city } { $count }
interview-sheet-other-cities = други градове { $count }
interview-sheet-first-days = Първите 3 дни, до { $date }, { $time }
interview-sheet-second = Втора среща: план за 3 месеца
interview-sheet-second-detail = { $range } · маркетинг план, начин на работа, инструменти
interview-sheet-date-time = { $date }, { $time }
interview-sheet-footer = Спонсорът е насреща всеки ден: { $phone }
interview-sheet-footer-plain = Спонсорът е насреща всеки ден
interview-sheet-document = Лист: { $name }
interview-file-name = лист-след-срещата
interview-file-kind = PDF
interview-work-sheet = Листът
