### Import of contacts

import-reading = Reading the file…
import-file = { $file } · { $count ->
    [one] 1 person
   *[other] { $count } people
}
import-commit = { $count ->
    [0] Import
   *[other] Import { $count }
}
import-encoding = Encoding
import-encoding-named = Encoding: { $name }
import-all = all
import-added = to be added
import-joined = to be joined
import-unchanged = unchanged
import-count-refused = refused
import-refused-one = refused
import-column-verdict = What will happen
import-column-why = Why
import-include = Include { $name }
import-record = (no name, { $number })
import-key-row = row
import-key-include = include or leave out
import-nothing-yet = Nothing is written yet; Ctrl Z takes back the whole import.
import-refused-file = The file cannot be imported
import-other-file = Choose another file

## Why
import-why-new = new phone and new name
import-why-no-city = no city: waits for one
import-why-same-name = the same name; comes as another person
import-why-same-name-as = as { $name }; comes as another person
import-why-joined = the same as { $name }
import-why-news = new: { $fields }
import-why-beside = differs: { $fields }
import-why-replaced = from the file: { $fields }
import-why-unchanged = already on the list, the same
import-why-refused = Line { $line }: { $why }
import-field-name = name
import-field-relation = relation
import-field-problem = problem
import-field-nickname = nickname
import-field-gender = gender
import-field-phone = phone
import-field-email = e-mail
import-field-messenger = messenger
import-field-link = link
import-field-city = city
import-field-address = address
import-field-birthday = birthday
import-field-occupation = occupation
import-field-notes = note
import-field-own = interests
import-field-foreign = other data
import-refusal-no-end = the card has no end
import-refusal-no-name = no name, nor a person’s phone or e-mail
import-refusal-line-too-long = the line is longer than 1 MiB
import-refusal-field-too-long = the field is longer than 64 KiB
import-refusal-letters = the letters are damaged; perhaps it is in another encoding
import-refusal-row = the row cannot be read
import-refusal-invalid = a value that cannot be right

## Comparing
import-compare-title = The same person?
import-compare-phone = the same phone { $value }; choose what stays
import-compare-email = the same e-mail { $value }; choose what stays
import-compare-name = only the name is the same; choose what stays
import-compare-card = the same card; choose what stays
import-ours = On the list
import-theirs = In the file
import-same = the same
import-both = both stay
import-choose-ours = { $field }, on the list: { $value }
import-choose-theirs = { $field }, in the file: { $value }
import-title-nickname = Nickname
import-title-gender = Gender, for sentences
import-title-messenger = Messenger
import-title-link = Web page
import-stays = Stage, diary and promises stay as on the list.
import-apart = Different people
import-join = Join
import-position = { $at } of { $count } to compare
import-include-all = Include all
import-key-compare = compare
import-new = { $count } new
import-filled = { $count } filled in
import-same-count = { $count } unchanged
import-refused-count = { $count } refused
import-summary = { $added } · { $joined } · { $unchanged } · { $refused }
import-imported = { $count ->
    [one] 1 person imported
   *[other] { $count } people imported
}
import-done = { $people }: { $what }
import-proposal-same-name = the name is equal
import-above = Further up in the file
import-why-latin = the same phone; the name in Latin letters
import-same-latin = the same, in Latin letters
import-none-of-these = There are no such rows.
import-read-anew = The file was read again. What was decided about its rows begins anew.
import-to-compare = to compare
import-decided-new = someone else

## Mending a row
import-mend = Mend
import-mend-title = Mend the row
import-mend-line = Line { $number } of the file. What you leave alone stays as it is there.
import-mend-record = Record { $number } of the file. What you leave alone stays as it is there.
import-leave-title = Close the preview?
import-leave = { $count ->
    [one] What you mended in one row will be lost.
   *[other] What you mended in { $count } rows will be lost.
  } The file stays as it is, and nothing has been imported yet.
import-leave-stay = Stay
import-leave-close = Close without importing
import-all-same = All { $count } are the same people
