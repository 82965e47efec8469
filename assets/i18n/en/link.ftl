### The link with people: in touch, ready words, occasions, more people

## What can be done with a person
command-in-touch = In touch with…
command-ready-words = Ready words for…
deed-called = We talked
deed-wrote = We wrote
deed-met = We met
deed-ready-words = Ready words
deed-plan-call = Plan a call
deed-plan-meeting = Plan a meeting
deed-plan-task = New task
palette-deeds = actions
palette-deeds-of = What to do with { $name }
palette-with-whom = { $what }: type a name

## Keys of a person
pane-key-call = call
pane-key-message = write
pane-key-meeting = meeting
pane-key-task = task
pane-key-note = note
pane-key-person = another

## In touch
contact-title = In touch: { $name }
contact-kind = How you were in touch
contact-said = What happened
contact-said-hint = one line: what you talked about, what you agreed
contact-line-hint = if there is anything new
contact-next = Next call
contact-next-none = none
contact-next-days = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}
contact-next-day = Day of the next call
contact-next-hint = or another date: Friday, 12 December, in 3 weeks
reach-sms = SMS

## Timeline of a person
timeline-came = Comes to the list
timeline-changed = Details changed
timeline-changed-fields = Changed: { $fields }
timeline-field-name = name
timeline-field-nickname = what you call them
timeline-field-phones = phone
timeline-field-emails = e-mail
timeline-field-messengers = Viber, WhatsApp and others
timeline-field-links = links
timeline-field-city = city
timeline-field-address = address
timeline-field-birthday = birthday
timeline-field-occupation = occupation
timeline-field-relation = relation
timeline-field-referred-by = referral
timeline-field-owner = whose list
timeline-field-off-list = off the list
timeline-field-interests = interests
timeline-field-problem = problem
timeline-field-notes = notes
timeline-field-cadence-days = how often

## How often
list-cadence-by-rule = as the rule says · { $what }

## Occasions
occasion-birthday = birthday
occasion-name-day = name day
occasion-registration = { $count ->
    [one] 1 year since registration
   *[other] { $count } years since registration
}
occasion-and = { " " }and{ " " }
occasion-of = { $what } today:
occasion-done = Done: { $name }
occasion-more = { $count } more
occasion-of-day = { $day }: { $people }

## More people
jogger-title = Remember more people
jogger-week = new names this week: { $done } of { $planned }
jogger-next = Next prompt
jogger-before = Previous prompt
jogger-hint = Name, Enter, the next name
jogger-city = city: { $city }; another city goes after the name
jogger-not-this-city = The next ones are not from { $city }
jogger-done = To the list
jogger-added = Added just now
jogger-added-none = The names that you type will appear here. Do not decide for them; just write them down.
jogger-key-add = add
jogger-key-prompt = prompt
jogger-key-leave = to the list

## Ready words
ready-title = Ready words for { $name }
ready-wording = How you address them
ready-informal = Bulgarian, “ти”
ready-formal = Bulgarian, “Вие”
ready-english = English
ready-day = When
ready-day-hint = tomorrow at 14:00
ready-day-at = { $day } at { $time }
ready-place = Where
ready-place-hint = at the café by the park
ready-at-place = ({ $place })
ready-text = Message
ready-fill-again = Back to the ready text
ready-logged = The text is copied and opened in the program. The message stays in the diary.
ready-copied = The text is copied.
ready-sent = Sent
settings-ready-words = Ready words
settings-ready-text = Text
settings-ready-own = your text
settings-ready-shipped = the ready text
settings-ready-places = { "{name}" }, { "{day}" }, { "{place}" } and { "{me}" } stand for the name, the day, the place and your own name.
settings-ready-back = Back to the ready text
settings-cadence-by-stage = by stage
settings-cadence-by-relation = by relation
today-unfinished-contact = In touch
today-unfinished-ready-words = Ready words
history-log-contact = In touch
history-greet = Congratulated
