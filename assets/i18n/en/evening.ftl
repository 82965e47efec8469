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
evening-tomorrow-none = still empty
evening-streak = { $count ->
    [one] evening in a row
   *[other] evenings in a row
}

## What happened today?
evening-write = What happened?
evening-write-hint = Called Stoyan. Met Iva in the shop…
evening-write-note = will be kept as a note
evening-write-call = will be kept as a call made today
evening-write-meeting = will be kept as a meeting held today
evening-write-message = will be kept as a message sent today
evening-asks-title = How did it go?
evening-asks-text = These meetings and calls are over. Say what happened, or move them.
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
evening-on-hint = tomorrow
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
evening-open-title = Unfinished
evening-open-text = Done, another day, or dropped: each thing finds its place.
evening-open-empty-title = Nothing is unfinished
evening-open-empty = Everything of today and from before is decided.

## Tomorrow
evening-add-tomorrow = Add for tomorrow
evening-add-tomorrow-hint = A task for tomorrow
evening-tomorrow-empty = Tomorrow fills here: whatever you sort this evening comes here.
evening-tomorrow-title = The day of tomorrow
evening-tomorrow-text = Look at tomorrow in order. Add what is missing now.
evening-busy = Busy
