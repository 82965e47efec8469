### Внасяне на отчета на компанията

report-title = Отчет на компанията
report-import = Внеси отчет на компанията
report-file = { $file } · { $count ->
    [one] 1 ред
   *[other] { $count } реда
}
report-day = Точки към
report-day-hint = последният ден на месеца
report-later = В отчета има регистрации до { $date }, а точките са към по-ранен ден. Провери деня.
report-columns = Колони
report-added = нови
report-updated = с промяна
report-moved = преместени
report-left = напуснали
report-unchanged = без промяна
report-refused = отказани
report-verdict-added = нов
report-verdict-updated = промяна
report-verdict-moved = мести се
report-verdict-left = няма го
report-column-number = Номер
report-column-own = Лични точки
report-column-group = Точки на клона
report-why-added = нов под { $sponsor }
report-why-added-alike = нов под { $sponsor }; в списъка има { $name } без номер
report-why-registered = { $name } от списъка се регистрира
report-why-moved = от { $from } под { $to }, с целия клон
report-why-rank = ранг { $rank }
report-why-rank-was = ранг { $rank }, досега { $before }
report-why-numbered = номерът вече се знае
report-why-city = град
report-why-points = точки
report-why-unchanged = всичко вече е тук
report-why-left = няма го в отчета; нищо не се изтрива
report-why-me = това си ти: точки на цялата структура
report-refusal-no-number = няма номер в компанията
report-refusal-number-twice = номерът стои и на по-горен ред
report-refusal-no-sponsor = номерът на спонсора го няма нито в отчета, нито в структурата
report-refusal-cycle = спонсорът стои под този човек
report-refusal-no-day = няма дата на регистрация
report-refusal-day = датата на регистрация не може да се прочете
report-refusal-points = точките не могат да се прочетат
report-new = { $count ->
    [one] 1 нов
   *[other] { $count } нови
}
report-changed = { $count ->
    [one] 1 с промяна
   *[other] { $count } с промяна
}
report-summary = { $added } · { $updated } · { $unchanged } · { $refused }
report-nothing-yet = Още нищо не е записано; Ctrl Z отменя целия отчет.
report-same = Същият човек
report-other = Друг човек
report-same-as = { $row } и { $name } са един човек
report-apart-from = { $row } е друг човек
report-key-same = същият човек
report-done = Внесен отчет: { $added }, { $updated }
report-line-moved = { "  " }{ $name } ({ $number }): от { $from } под { $to }
report-line-left = { "  " }{ $name } ({ $number }) го няма в отчета
report-other-file = Избери друг файл
