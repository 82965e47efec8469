### Внасяне на контакти

import-reading = Чета файла…
import-file = { $file } · { $count ->
    [one] 1 човек
   *[other] { $count } души
}
import-commit = { $count ->
    [0] Внеси
   *[other] Внеси { $count }
}
import-encoding = Кодиране
import-encoding-named = Кодиране: { $name }
import-all = всички
import-added = ще се добави
import-joined = ще се обедини
import-unchanged = без промяна
import-count-refused = отказани
import-refused-one = отказан
import-column-verdict = Какво ще стане
import-column-why = Защо
import-include = Включи { $name }
import-record = (без име, { $number })
import-key-row = ред
import-key-include = включи или изключи
import-nothing-yet = Още нищо не е записано; Ctrl Z отменя цялото внасяне.
import-refused-file = Файлът не може да се внесе
import-other-file = Избери друг файл

## Защо
import-why-new = нов телефон и ново име
import-why-no-city = без град: чака подреждане
import-why-same-name = същото име; идва като друг човек
import-why-same-name-as = като { $name }; идва като друг човек
import-why-joined = същият като { $name }
import-why-news = ново: { $fields }
import-why-beside = различно: { $fields }
import-why-replaced = от файла: { $fields }
import-why-unchanged = вече е в списъка, еднакво
import-why-refused = Ред { $line }: { $why }
import-field-name = име
import-field-relation = връзка
import-field-problem = проблем
import-field-nickname = прякор
import-field-gender = род
import-field-phone = телефон
import-field-email = имейл
import-field-messenger = месинджър
import-field-link = връзка
import-field-city = град
import-field-address = адрес
import-field-birthday = рожден ден
import-field-occupation = с какво се занимава
import-field-notes = бележка
import-field-own = интереси
import-field-foreign = други данни
import-refusal-no-end = визитката няма край
import-refusal-no-name = няма име, нито телефон или имейл на човек
import-refusal-line-too-long = редът е по-дълъг от 1 MiB
import-refusal-field-too-long = полето е по-дълго от 64 KiB
import-refusal-letters = буквите са повредени; може да е в друго кодиране
import-refusal-row = редът не може да се прочете
import-refusal-invalid = стойност, която не може да е вярна

## Сравняване
import-compare-title = Същият човек ли е?
import-compare-phone = еднакъв телефон { $value }; избери какво да остане
import-compare-email = еднакъв имейл { $value }; избери какво да остане
import-compare-name = само името е еднакво; избери какво да остане
import-compare-card = същата визитка; избери какво да остане
import-ours = В списъка
import-theirs = Във файла
import-same = еднакво
import-both = остават и двете
import-choose-ours = { $field }, в списъка: { $value }
import-choose-theirs = { $field }, във файла: { $value }
import-title-nickname = Прякор
import-title-gender = Пол, за изреченията
import-title-messenger = Месинджър
import-title-link = Страница в интернет
import-stays = Етап, дневник и уговорки остават от списъка.
import-apart = Различни хора
import-join = Обедини
import-position = { $at } от { $count } за сравняване
import-include-all = Включи всички
import-key-compare = сравни
import-new = { $count ->
    [one] 1 нов
   *[other] { $count } нови
}
import-filled = { $count ->
    [one] 1 допълнен
   *[other] { $count } допълнени
}
import-same-count = { $count } без промяна
import-refused-count = { $count ->
    [one] 1 отказан
   *[other] { $count } отказани
}
import-summary = { $added } · { $joined } · { $unchanged } · { $refused }
import-imported = { $count ->
    [one] Внесен 1 човек
   *[other] Внесени { $count } души
}
import-done = { $people }: { $what }
import-proposal-same-name = името е еднакво
import-above = По-горе във файла
import-why-latin = същият телефон; името на латиница
import-same-latin = еднакво, на латиница
import-none-of-these = Няма такива редове.
import-read-anew = Файлът се прочете наново. Решеното по редовете започва отначало.
import-to-compare = за сравняване
import-decided-new = друг човек

## Поправяне на ред
import-mend = Поправи
import-mend-title = Поправи реда
import-mend-line = Ред { $number } във файла. Това, което не пипаш, остава, както е в него.
import-mend-record = Запис { $number } във файла. Това, което не пипаш, остава, както е в него.
import-leave-title = Да се затвори ли прегледът?
import-leave = { $count ->
    [one] Поправката на един ред ще се загуби.
   *[other] Поправките на { $count } реда ще се загубят.
  } Файлът остава, както е, и нищо още не е внесено.
import-leave-stay = Остани
import-leave-close = Затвори без внасяне
import-all-same = И всичките { $count } са същите хора
