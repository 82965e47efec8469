### Import of the company's report

report-title = Company report
report-import = Import company report
report-file = { $file } · { $count ->
    [one] 1 row
   *[other] { $count } rows
}
report-day = Points as of
report-later = The report has registrations up to { $date }, yet the points are of an earlier day. Check the day.
report-columns = Columns
report-added = new
report-updated = changed
report-moved = moved
report-left = left
report-unchanged = unchanged
report-refused = refused
report-verdict-added = new
report-verdict-updated = changes
report-verdict-moved = moves
report-verdict-left = missing
report-column-number = Number
report-column-own = Own points
report-column-group = Branch points
report-why-added = new below { $sponsor }
report-why-added-alike = new below { $sponsor }; { $name } is there without a number
report-why-registered = { $name } of the list becomes registered
report-why-moved = from { $from } below { $to }, with the whole branch
report-why-rank = rank { $rank }
report-why-rank-was = rank { $rank }, { $before } before
report-why-numbered = the number is known now
report-why-city = city
report-why-points = points
report-why-unchanged = everything is here already
report-why-left = not in the report; nothing is deleted
report-why-me = this is you: points of the whole structure
report-refusal-no-number = no number of the company
report-refusal-number-twice = the number stands on an earlier row, too
report-refusal-sponsor-refused = the row of the sponsor does not come
report-refusal-no-sponsor = the sponsor's number is neither in the report nor in the structure
report-refusal-cycle = the sponsor stands below this person
report-refusal-no-day = no day of registration
report-refusal-day = the day of registration cannot be read
report-refusal-points = the points cannot be read
report-new = { $count } new
report-changed = { $count } changed
report-summary = { $added } · { $updated } · { $unchanged } · { $refused }
report-nothing-yet = Nothing is written yet; Ctrl Z takes back the whole report.
report-same = The same person
report-other = Another person
report-key-same = the same person
report-done = Report imported: { $added }, { $updated }
report-line-moved = { "  " }{ $name } ({ $number }): from { $from } below { $to }
report-line-left = { "  " }{ $name } ({ $number }) is not in the report
report-other-file = Choose another file

### Export of tables

export-column-number = Number
export-column-name = Name
export-column-sponsor-number = Sponsor number
export-column-sponsor = Sponsor name
export-column-registered = Registration date
export-column-role = Type
export-column-city = City
export-column-own-points = Own points
export-column-group-points = Group points
export-column-rank = Rank
export-column-phone = Phone
export-column-email = E-mail
export-column-last-contact = Last contact
export-column-level = Level
export-column-date = Date
export-column-products = Products
export-column-points = Points
export-column-amount = Amount
export-column-currency = Currency
export-column-note = Note

### What the columns are

mapping-title = What the columns are
mapping-note = Say it once: the next file with the same headings is read without asking.
mapping-column = Column { $number }
mapping-is = What “{ $column }” is
mapping-skip = not imported
mapping-go = Continue
mapping-missing-name = At least one column of names is needed.
mapping-missing-report = Columns for the number and the name are needed.
mapping-given-name = Given name
mapping-middle-name = Middle name
mapping-family-name = Family name
mapping-organisation = Company
mapping-delimiter = Delimiter
mapping-itself = recognise it
mapping-delimiter-named = Delimiter: { $name }
mapping-comma = comma
mapping-semicolon = semicolon
mapping-tab = tab
report-day-of = Points as of { $date }
report-many-same = { $count } people of the report may be people who are here already.
report-all-same = All are the same
report-may-be-same = { $row } of the report and { $name }: the same person?
report-are-same = { $row } of the report is { $name }.

## The panel of an export
export-title = Export
export-what = What
export-form = Kind of file
export-where = Export
export-all-contacts = All contacts
export-shown = Those shown: { $count }
export-marked = Those selected: { $count }
export-orders = Orders
export-form-cards = vCard 4.0
export-form-cards-older = vCard 3.0
export-form-csv = CSV
export-form-xlsx = XLSX
export-form-json = JSON
export-note-cards = For a phone or mail; keeps everything known about a person.
export-note-cards-older = For an older phone or program; keeps everything known about a person.
export-note-csv = A table that every spreadsheet opens.
export-note-xlsx = A workbook for Excel and LibreOffice.
export-note-json = For scripts.
export-open-to-all = The file is not locked: whoever opens it sees the names.
report-refusal-no-name = there is no name
report-why-stands = { $why } ("{ $text }")
