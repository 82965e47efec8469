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
import-encoding-itself = Кодиране: разпознай
import-encoding-recognised = Кодиране: { $name }
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
import-nothing-yet = Още нищо не е записано. След „Внеси“ Ctrl Z отменя цялото внасяне.
import-refused-file = Файлът не може да се внесе
import-other-file = Избери друг файл

## Защо
import-why-new = нов телефон и ново име
import-why-no-city = без град: чака подреждане
import-why-same-name = същото име като { $name }; добавя се като друг човек
import-why-joined = същият човек като { $name }; ново: { $news }
import-why-unchanged = вече е в списъка, еднакво
import-why-refused = { $why } (ред { $line })
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
import-field-own = интереси и връзка
import-field-foreign = други данни
import-refusal-no-end = картата няма край
import-refusal-no-name = няма име, телефон и имейл
import-refusal-line-too-long = редът е твърде дълъг
import-refusal-field-too-long = полето е твърде дълго
import-refusal-letters = буквите са повредени
import-refusal-row = редът не може да се прочете
import-refusal-invalid = стойност, която не може да е вярна

## Защо не целият файл
import-error-missing = Файлът не е намерен. Може да е преместен.
import-error-folder = Това е папка, а не файл.
import-error-empty = Файлът е празен.
import-error-too-long = Файлът е по-голям от 200 MB.
import-error-binary = Файлът не е текст с контакти.
import-error-no-contacts = Във файла няма контакти: нито карти, нито таблица с колона за имена.
import-error-other-kind = Във файла няма контакти, а друг вид данни.
import-error-io = Файлът не може да се прочете. Нищо не е променено.
