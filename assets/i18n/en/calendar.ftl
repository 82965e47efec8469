### Bringing calendars in and sending them out

## Why not
calendar-refusal-no-entry = neither an event nor a task or a note
calendar-refusal-no-title = neither a title nor a day
calendar-refusal-no-start = it does not say when it begins
calendar-refusal-time = its day or hour cannot be read
calendar-refusal-end = it ends before it begins
calendar-refusal-repeat = how it repeats cannot be read or gives no day
calendar-refusal-within-day = it repeats several times a day; the diary holds one
calendar-refusal-from-day-on = it changes a whole series from a day on; such a change is not taken in
calendar-refusal-uid-twice = another record of the file has the same identifier (UID) and differs

## Preview
calendar-file = { $file } · { $count ->
    [one] 1 record
   *[other] { $count } records
}
calendar-column-title = What
calendar-column-when = When
calendar-column-people = People
calendar-updated = to be updated
calendar-repeats = repeats
calendar-instance = one of a series
calendar-undated = no day
calendar-why-new = new in the diary
calendar-why-news = from the file: { $fields }
calendar-why-kept = changed here and stays: { $fields }
calendar-why-rest = other data
calendar-why-unchanged = already in the diary, the same
calendar-why-older = the file has an older one; the newer stays
calendar-remark-zone = unknown zone: the hour is ours
calendar-remark-days = longer than a week: becomes whole days
calendar-remark-end = it counts too many times: repeats without end
calendar-remark-title = no title
calendar-field-kind = kind
calendar-field-title = title
calendar-field-when = time
calendar-field-place = place
calendar-field-note = note
calendar-field-people = people
calendar-field-priority = priority
calendar-field-state = state
calendar-field-reminders = reminders
calendar-field-repeat = repetition
calendar-new = { $count } new
calendar-changed = { $count } updated
calendar-imported = { $count ->
    [one] 1 record brought in
   *[other] { $count } records brought in
}
cli-calendar-report = { $file }: read { $read }, added { $added }, updated { $updated }, unchanged { $unchanged }, refused { $refused }

## Sending out
diary-whole = The diary as a whole
calendar-export-all = The whole diary
calendar-export-shown = What the filter lets through
calendar-export-period = From one day to another
calendar-export-from = From
calendar-export-to = To
calendar-export-no-days = Write both days, the first before the second.
export-form-calendar = iCalendar
export-note-calendar = For any calendar; what was told after meetings stays here.
file-calendar = Calendar
file-name-diary = diary
command-export-diary = Sending out the diary
export-column-kind = Kind
export-column-title = Title
export-column-time = Time
export-column-until = Until
export-column-minutes = Minutes
export-column-people = People
export-column-place = Place
export-column-priority = Priority
export-column-state = State
export-column-repeat = Repetition
export-column-id = Identifier
