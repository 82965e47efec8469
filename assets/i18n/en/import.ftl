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
import-encoding-itself = Encoding: recognise
import-encoding-recognised = Encoding: { $name }
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
import-nothing-yet = Nothing is written yet. After “Import”, Ctrl Z takes back the whole import.
import-refused-file = The file cannot be imported
import-other-file = Choose another file

## Why
import-why-new = new phone and new name
import-why-no-city = no city: waits for one
import-why-same-name = the same name as { $name }; added as another person
import-why-joined = the same person as { $name }; new: { $news }
import-why-unchanged = already on the list, the same
import-why-refused = { $why } (line { $line })
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
import-field-own = interests and relation
import-field-foreign = other data
import-refusal-no-end = the card has no end
import-refusal-no-name = no name, phone or e-mail
import-refusal-line-too-long = the line is too long
import-refusal-field-too-long = the field is too long
import-refusal-letters = the letters are damaged
import-refusal-row = the row cannot be read
import-refusal-invalid = a value that cannot be right

## Why not the whole file
import-error-missing = The file was not found. It may have been moved.
import-error-folder = This is a folder, not a file.
import-error-empty = The file is empty.
import-error-too-long = The file is larger than 200 MB.
import-error-binary = The file is no text with contacts.
import-error-no-contacts = There are no contacts in the file: neither cards nor a table with a column of names.
import-error-other-kind = There are no contacts in the file, but another kind of data.
import-error-io = The file could not be read. Nothing was changed.
