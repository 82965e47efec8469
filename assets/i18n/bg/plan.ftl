### План

## Страницата
plan-subtitle = Планираш действията си, резултата наблюдаваш
plan-do = Планирай
plan-whose = Чий план
plan-mine = Моят план
plan-setup-title = Редове и дни
plan-outcomes = Точките, новите потребители и рангът не се планират: зависят от много хора и се измерват. Планира се това, което зависи от теб – действията.

## Още нищо
plan-empty = Имаш ли план, имаш бизнес
plan-empty-about = Тук ще стоят четири действия по дни: нови имена, обаждания, срещи 2+1 и обучения. Напиши колко искаш да направиш тази седмица; направеното се брои само от дневника.
plan-fill-week = Планирай тази седмица

## Стълбата
plan-levels = Година, 3 месеца, месец, седмица или ден
plan-level-year = Година
plan-level-three-months = 3 месеца
plan-level-month = Месец
plan-level-week = Седмица
plan-level-day = Ден
plan-level-year-of = годината
plan-level-three-months-of = трите месеца
plan-level-month-of = месеца
plan-level-week-of = седмицата
plan-level-day-of = деня
plan-level-year-sum = година
plan-level-three-months-sum = 3 месеца
plan-level-month-sum = месец
plan-level-week-sum = седмица
plan-level-day-sum = ден
plan-level-year-before = Миналата година
plan-level-three-months-before = Предишните 3 месеца
plan-level-month-before = Миналият месец
plan-level-week-before = Миналата седмица
plan-level-day-before = Предишният ден
plan-ladder-note = Дните се събират в седмица, седмиците в месец. Направеното идва от дневника.

## Целта
plan-my-goal = Целта ми за годината
plan-goal-of = Целта за годината: { $name }
plan-write-goal = Запиши целта
plan-no-goal = Още няма записана цел: една, ясна, с твоите думи
plan-goal-written = записана на { $date }
plan-goal-title = Целта за годината
plan-goal-about = Една ясна цел. Програмата не казва дали е постижима: това решаваш ти.
plan-goal-what = Каква е целта
plan-goal-hint = С думите на човека, чиято е
plan-goal-why = Какво означава
plan-goal-why-hint = Какво ще се промени, когато е постигната

## Таблицата
plan-action = Действие
plan-of = от
plan-done-word = направени
plan-before = Предишен период
plan-after = Следващ период
plan-to-today = Към днес
plan-as-before = Като предишната
plan-as-before-about = Плановете от предишния период се пренасят на същите места. Дните, които са минали, остават както са.
plan-as-before-do = Планирай така
plan-rows-on = Редове, които включи
plan-rows-first = Четири реда за начало
plan-more-rows = Още ред
plan-whole-period = общо
plan-day-of = ден { $day } от { $total }
plan-days-left = { $count ->
    [0] последен ден
    [one] остава { $count } ден
   *[other] остават { $count } дни
}
plan-only-done = { $done }
plan-unknown-of = още не знам от { $total }
plan-open-done = Записите зад числото, { $row }
plan-open-unknown = Впиши казаното, { $row }
plan-legend-done = направено
plan-legend-today = днес
plan-legend-now = сега
plan-legend-planned = планирано
plan-legend-left = остана
plan-legend-corrected = поправено на ръка
plan-keys = променя плана
plan-strip-hint = Избери клетка със стрелките и напиши число
plan-strip-hint-about = Tab и Enter отиват нататък, Delete изчиства, Ctrl Z връща. Enter върху число показва записите зад него.
plan-strip-typing = Enter приема, Esc отказва
plan-show-entries = Записите
plan-correct = Поправи направеното
plan-too-many = Толкова много не се събират в тези дни
plan-changes-day = { $row }, { $day }: от { $before } на { $after }
plan-changes-days = { $row }: ще промени { $count } дни, от { $first } до { $last }
plan-changes-nothing = Нищо не се променя

## Правилата, по които се брои направеното
plan-rule-new-names = Брои се само: хората, добавени в твоя списък в този ден. Който вече е бил регистриран, не е ново име.
plan-rule-call = Брои се само: обажданията, отбелязани като направени, и записите, които се броят като обаждане.
plan-rule-invitation = Брои се само: направените записи, които се броят като покана.
plan-rule-meeting = Брои се само: проведените срещи, които не са 2+1, презентация или последващ разговор.
plan-rule-two-plus-one = Брои се само: проведените срещи с партньор и потенциален потребител. Среща 2+1 не се брои и като среща.
plan-rule-presentation = Брои се само: направените записи, които се броят като презентация.
plan-rule-follow-up = Брои се само: проведените разговори след презентация.
plan-rule-training = Брои се само: проведените обучения в дневника.
plan-rule-online-post = Брои се само: направените записи, които се броят като публикация онлайн.
plan-rule-own = Брои се само: направените записи, които се броят като този вид.
plan-rule-partner = Знае се от казаното от партньора, с датата му. Което не е казано, още не се знае.
plan-rule-partner-two-plus-one = Общите ви срещи 2+1 от дневника и казаното от партньора за другите.
plan-rule-partner-training = Обученията в дневника, на които партньорът е дошъл, и казаното за другите.
plan-source-diary = от дневника
plan-source-together = заедно
plan-source-told = казано

## Важното
plan-important = Важното за { $period }
plan-write-important = Напиши
plan-important-hint = Две-три неща с думи, без които останалото няма смисъл.
plan-important-field = По едно на ред

## До таблицата
plan-before-empty = Тогава нищо не е планирано.
plan-around-empty = Още нищо не е планирано.
plan-decide-left = Реши какво остана
plan-left-decided = Останалото е решено.
plan-left-title = Какво остана
plan-left-about = Което не стана, не е провал. За всеки ред: пренеси го в този период или го пусни да отпадне. Миналият план остава какъвто беше.
plan-left-of = Какво става с: { $row }
plan-carry = Пренеси
plan-left-decide = Реши
plan-left-all-dropped = Всичко отпада; планът на този период не се променя

## Какво стои зад числото
plan-behind-empty = В тези дни още няма такова.
plan-behind-unknown = Още не знам: нищо не е направено заедно и нищо не е казано.
plan-counts-for = брои се за { $count }
plan-corrected-by = поправено на ръка: { $by }
plan-correction-back = Махни поправката
plan-correct-about = Дневникът брои { $count }. Поправката се помни и се вижда.
plan-correct-really = Колко бяха наистина
plan-correct-why = Защо (по желание)

## Казаното от партньор
plan-tell = Впиши казаното
plan-told-title = Какво каза { $name }
plan-told-about = За { $days }. Остави празно каквото не е казано: то остава неизвестно, не нула.
plan-told-beside-together = При срещите 2+1 и обученията впиши само другите: общите вече се броят от дневника.
plan-told-on = Кога
plan-told-source = Как
plan-told-by-call = обаждане
plan-told-bad = Цяло число
plan-told = казано { $count } за { $days }, { $date }
plan-told-beyond = казано { $count } за { $days }, което не е само този период, { $date }
plan-together = заедно { $count }, последно { $date }
plan-known = Откъде се знае
plan-known-note = заедно и казано

## Редове и дни
plan-setup-rows = Редове
plan-setup-rows-about = Нов план има четири реда. Включи друг, когато наистина ще го правиш.
plan-own-row = Свой вид
plan-own-row-hint = Свой вид: мостри, листовки…
plan-setup-days = Работни дни
plan-setup-days-about = Число за седмица, месец или 3 месеца се разпределя по тези дни.
plan-setup-three-months = Трите ми месеца започват
plan-setup-quarters = с тримесечията на календара
plan-setup-from = от { $date }

## Отпечатване и командния ред
plan-work-print = План за отпечатване
file-name-plan = план
plan-page-title = План: { $name }
plan-page-week-table = Седмицата по дни
plan-page-boxes = Отметни по едно квадратче за всяко направено.
plan-page-outcomes = Планират се действия; точките и рангът се измерват.
plan-page-talk = Какво направих · какво запазвам · какво променям
plan-page-sponsor = спонсор
plan-page-done = направени { $count }
plan-cli-goal = Цел: { $goal }
