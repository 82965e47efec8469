### Evening review

evening-stop = Stop here
evening-rest = Rest
evening-rest-tip = A planned rest: the evenings in a row go on
evening-kept = what is decided is kept if you stop
evening-next = Continue
evening-previous-note = the one before
evening-skip = skip
evening-undo-key = takes back

## The steps
evening-happened = What happened today?
evening-happened-line = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
evening-happened-none = a line per happening
evening-happened-asks = { $count ->
    [one] 1 asks “How did it go?”
   *[other] { $count } ask “How did it go?”
}
evening-notes = Notes
evening-notes-line = { $done } of { $total } sorted
evening-notes-none = no notes to sort
evening-open = Unfinished
evening-open-line = { $count ->
    [one] 1 thing to decide
   *[other] { $count } things to decide
}
evening-open-none = everything is decided
evening-tomorrow = Tomorrow
evening-tomorrow-line = { $count ->
    [one] 1 thing for tomorrow
   *[other] { $count } things for tomorrow
}
evening-next-line = { $count ->
    [one] 1 thing for the day
   *[other] { $count } things for the day
}
evening-tomorrow-none = still empty
evening-streak = { $count ->
    [one] evening in a row
   *[other] evenings in a row
}

## What happened today?
evening-write = What happened?
evening-write-hint = Called Stoyan at 14. Met Iva in the shop…
evening-who = Who is meant by “{ $name }”?
evening-who-nobody = Save without a person
evening-asks-title = How did it go?
evening-asks-text = These meetings and calls are over. Enter in the empty line leads here.
evening-today-title = Already written
evening-today-empty = One thing a line, with Enter. What is only a note is sorted in the next step.

## Notes
evening-written = written { $when } at { $time }
evening-into-task = Task
evening-into-task-line = to be done
evening-into-call = Call
evening-into-call-line = to ring
evening-into-contact = Contact
evening-into-contact-line = on the list
evening-into-promise = Promise
evening-into-promise-line = agreed
evening-into-note = Note
evening-into-note-line = stays
evening-proposed = proposed
evening-save-next = Save and go on
evening-on = When
evening-overmorrow = in two days
evening-in-a-week = in a week
evening-contact-name = Name of the new person
evening-contact-hint = First and last name
evening-stays = stays a note of the day
evening-sorted = Already sorted
evening-take-back = Undo: { $title }
evening-notes-empty-title = The notes are sorted
evening-notes-empty = Every thought written during the day comes here and becomes a task, a call, a contact or a promise.

## Unfinished
evening-open-empty-title = Nothing is unfinished
evening-open-empty = Everything of today and from before is decided.

## Tomorrow
evening-add-tomorrow = Add for tomorrow
evening-add-tomorrow-hint = 14:00 coffee with Maria, fetch the samples
evening-tomorrow-empty = Tomorrow fills here: whatever you sort this evening comes here.
evening-tomorrow-title = The day of tomorrow
evening-tomorrow-text = Look at tomorrow in order. Add what is missing now.
evening-busy = Busy

## Decisions, the day, suggestions
evening-happened-on = What happened on { $date }?
evening-tell-line = tell it now
evening-done-line = it is done
evening-move-next = Move
evening-move-other = Another day
evening-move-other-line = choose a date
evening-drop-line = not needed
evening-others = The others
evening-decide = Decide
evening-following = What follows
evening-choose-key = choose
evening-day-before = The day before
evening-day-after = The day after
evening-day-other = Another day
evening-day-field = Evening review of
evening-suggested = Suggestions for the day
evening-suggested-text = Nothing is added by itself. Take one by its key, by a click, or draw it onto an hour.
evening-undated = No date
evening-suggested-empty = What is unfinished comes here, tasks without a date, what is left of the plan of the week, and the people whom it is time to hear.
evening-from-plan = From the plan of the week
evening-to-hear = Time to be in touch
evening-plan-left = { $left } more this week · { $share } for the day
evening-plan-title = { $name }: { $count }
evening-take = Take for { $date }: { $title }
evening-drag = Draw onto an hour
evening-hours = The hours of the day
evening-overlap = overlaps until { $time }
evening-added-tinted = What is tinted was added this evening
evening-added = Added this evening: { $title }
evening-overlap-there = { $time } · overlaps with { $title }
evening-fixed = Already in the day
evening-print = Print the day
evening-ending-month = { $left ->
    [0] The last evening of the month
    [one] 1 day of the month is left
   *[other] { $left } days of the month are left
}
evening-ending-three-months = { $left ->
    [0] The last evening of the three months
    [one] 1 day of the three months is left
   *[other] { $left } days of the three months are left
}
evening-ending-text = The next period begins on { $date }. Ten minutes: what you did, what you keep, what you change.
evening-ending-year = Looking back at { $year }
evening-ending-text-year = Ten minutes: what you did in the year, what you keep, what you change.
evening-period-did = What I did
evening-period-keeps = What I keep
evening-period-changes = What I change
evening-period-answer = Answer now

## The day on paper
evening-work-print = Page of the day
day-page-names = New names and phones
day-page-happened = What happened · what I promised
day-page-printed = printed { $when }
day-page-congratulate = congratulate { $names }
day-page-plan = From the plan
day-page-first-days = First 3 days of { $name }
day-page-next = next: { $what }
day-page-name-day = name day: { $names }
day-parts = On the sheet
day-part-hours = Free hours
day-part-phones = Phones
day-part-asks = What to ask
day-part-plan = The rows of the plan
day-part-first-days = First 3 days
day-part-lines = Empty lines
day-part-name-day = Name day
day-paper = Paper
day-paper-one = A5
day-paper-two = 2 on A4
day-save-pdf = Save PDF

## After a past day
evening-next-title = The day after
evening-next-text = Look at the day in order. What is missing, add it now.
