### Командният ред

error-pipe = Никой не чете изхода докрай. Нищо не е променено от това.
error-when = „{ $when }“ не е дата, нито дата и час. Пример: 2026-11-24T14:00 или „утре 14:00“.
error-ending = Не се изнася като „{ $ending }“. Избери друго окончание на файла.
error-out-missing = Кажи къде да отиде файлът: --out ФАЙЛ.
error-over-workspace = Това е файлът на самия дневник; той остава. Избери друго име.
argument-month = месец като 2026-11
argument-week = седмица като 2026-W48
argument-page = една от: { $names }
argument-moment = момент като 2026-11-24T12:40
error-no-such-branch = Няма регистриран потребител с името „{ $name }“.
error-several-branches = „{ $name }“ са неколцина: { $candidates }.
import-report = { $file }: прочетени { $read }, добавени { $added }, обединени { $updated }, без промяна { $unchanged }, отказани { $refused }
import-refused = { "  " }запис { $record }, ред { $line }: { $reason }
restored = Резервното копие е на мястото си.
restored-aside = Резервното копие е на мястото си. Дневникът отпреди е запазен: { $file }
check-good = Всичко се чете и си пасва.
check-bad = Не всичко е наред:
problem-place = записът стои под чужд номер
problem-person = сочи към човек, когото го няма
problem-sponsor = стои под човек, който не е регистриран
problem-settings = няма запис с настройки
problem-lookups = указателите не отговарят на записите; „check --repair“ ги прави отново
cli-today-silent = { $days ->
    [one] { $name } · { $days } ден без контакт · { $ask }
   *[other] { $name } · { $days } дни без контакт · { $ask }
}
cli-today-first-days = { $name } · действия: { $done } от { $total } · остават { $hours } ч
figure-points = Точки
figure-new-users = Нови потребители
figure-in-training = Хора на обучение
start-unnamed = Аз
cli-add-unsure = Неясно кой е „{ $name }“: { $candidates }. Остава в текста.
error-days-of-diary = От ден и до ден се казват само за дневника.
