### The list

## Header
list-no-names = no names yet
list-new-this-week = { $count ->
    [0] no new names this week yet
    [one] 1 new name this week
   *[other] { $count } new names this week
}
list-who-else = Who else?

## The two lists
list-which = Which list
list-my-city = My city
list-my-city-named = My city · { $city }
list-other-cities = Other cities
list-no-city = No city
list-and-more = and { $count } more
list-more-cities = { $count } more
list-off-list = not on the list
list-of-partner = { $name }’s list
list-back-to-mine = Back to my list

## What is shown
list-everyone = everyone
list-waiting = waiting for a call
list-stage = stage
list-relation = relation
list-filter = Find in the list
list-filter-hint = Find in the list
list-nobody-matches = Nobody matches
list-nobody-matches-text = Nobody on this list has these words and filters.
list-nobody-here = No names here yet
list-nobody-here-text = Type a name above and press Enter.
list-show-all = Show everyone

## Names one after another
list-quick-name = New name
list-quick-hint = A name, Enter, the next name
list-quick-keys = with a city and phone if you like
list-goes-home = goes to “My city” · { $city }
list-goes-others = goes to “Other cities” · { $city }
list-goes-no-city = will wait for a city
list-goes-partner = goes to the list of { $name }
list-first-hint = Name, city, phone; for example: Maria Ilieva, Karlovo, 0888…
list-paste = Paste names one below the other
list-paste-text = From a note or a message. The city decides which of the two lists they go to.
list-paste-label = Names
list-paste-hint = Maria Ilieva, Karlovo, 0888 123 456
list-paste-open = Paste
list-paste-add = { $count ->
    [0] Add
    [one] Add 1 name
   *[other] Add { $count } names
}

## The empty list
list-empty-title = The people you know will appear here
list-empty-text = Two lists: your city and other cities. Do not decide for them who might be interested; just write the names down. The rest comes with the talks.
list-begin-with-a-name = Begin with one name
list-who-of = Who comes to mind: { $prompt }?
list-who-comes-to-mind = Who comes to mind?
list-more-prompts = more prompts…
list-from-phone = Import from the phone or from mail
list-from-phone-text = A vCard or CSV file from Google, Outlook, Apple. You see every row first.
list-choose-file = Choose a file
list-private = The list is on this computer only. Nothing is sent anywhere.
list-prompt-childrens-teachers = teaches your children
list-prompt-schoolmates = schoolmates
list-prompt-colleagues = former colleagues
list-prompt-relatives = godparents and relatives

## The table
list-column-name = Name
list-column-relation = Relation
list-column-place = Place
list-column-stage = Stage
list-column-interests = Interests
list-column-last = Last
list-column-next = Next
list-row-next = { $name }, { $stage }, next { $next }
list-mark = Select { $name }
list-marked = { $count ->
    [one] 1 person selected
   *[other] { $count } people selected
}
list-due-late = overdue
list-due-today = due today
list-due-later = in order
list-seen = { $from }–{ $to } of { $count }
list-key-person = person
list-key-mark = select
list-key-open = open
list-key-delete = delete

## Stages, by person
list-stage-new-she = new
list-stage-not-for-her = not for her
list-stage-not-for-him = not for him
list-stage-since = since { $day }
list-ask-again-on = ask again { $day }
list-ask-again = When to ask again
list-day-hint = 15 January, in a month
list-in-a-month = in a month
list-in-three-months = in 3 months
list-in-six-months = in 6 months

## The person
list-age = { $age }
list-more-actions = More actions
list-mail = Send mail
list-no-mail = No e-mail address
list-new-entry-with = New entry with this person
list-messenger-viber = Viber
list-messenger-whatsapp = WhatsApp
list-messenger-telegram = Telegram
list-messenger-messenger = Messenger
list-messenger-other = Other
list-phone = Phone
list-email = E-mail
list-link = Links
list-copy = Copy { $what }
list-copied = Copied: { $what }
list-interests = Interests
list-problem = Problem
list-birthday = Birthday
list-address = Address
list-notes = Notes
list-owner = From the list of
list-referred-by = Referred by
list-on-list = List
list-every-days = { $count ->
    [one] every day
   *[other] every { $count } days
}
list-cadence-none = after the first call
list-cadence-is = Cadence: { $what }
list-cadence-usual = as usual
list-cadence-other = Every so many days
list-promise-mine = I promised
list-promise-theirs = Promised to me
list-promise-undated = no date
list-promise-kept = Kept
list-need = What they need
list-going-on = What is going on with them
list-going-on-she = What is going on with her
list-going-on-he = What is going on with him
list-line-hint = Type and press Enter
list-jot = Jot something about { $name }…
list-timeline = From the diary
list-timeline-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
list-timeline-empty = Nothing yet. The first call or note will appear here.
list-timeline-more = and { $count } older
list-order = Order, { $points } points
list-goal-agreed = Goal: { $goal }

## Registration
list-register = Register
list-registration-of = Registration of { $name }
list-edit-registration = Edit the registration
list-unregister = Remove the registration
list-registered-as = Registered as
list-registered-on = Date
list-registered-at = Time
list-if-known = if known
list-company-number = Number
list-rank = Rank
list-sponsor = Sponsor
list-sponsor-note = The sponsor is a registered person, or you.
list-in-structure = In the structure

## Form of a person
list-section-who = The person
list-section-reach = How to reach them
list-section-link = What links you
list-section-more = More fields
list-given = First name
list-family = Family name
list-nickname = Nickname
list-unsaid = not said
list-phones = Phones
list-emails = E-mail addresses
list-one-a-line = One a line
list-messengers = Viber, WhatsApp and others
list-messengers-hint = Viber 0888 123 456
list-links = Links
list-city = City
list-birthday-hint = 14 May or 14.05.1985
list-occupation = Occupation
list-interests-hint = health, income, sport
list-gender = Gender in sentences
list-gender-by-name = by the name
list-gender-woman = woman
list-gender-man = man
list-gender-neutral = neutral
list-cadence-days = Every how many days
list-cadence-hint = as usual
list-form-of-address = Form of address
list-informal = informal
list-formal = formal
list-off-list-tick = not on the list
list-form-kept = Esc keeps what is typed
list-who-unclear = Choose one of those proposed

## Deleting
list-delete-one = Delete { $name }?
list-delete-many = Delete { $count } people?
list-delete-loss = Their registrations ({ $registered }) and orders ({ $orders }) go with them. The entries in the diary stay. Ctrl Z takes it back.
list-not-a-city = { $city } is part of the name, not a city
list-family-split = will be saved as { $family }
list-birthday-unclear = This date is not clear. For example: 14 May or 14.05.1985

## Views and filters
list-all = All
list-prospects = prospects
list-views = views
list-view-keep = Save this view
list-view-rename = Rename this view
list-view-delete = Delete this view
list-view-name = Name of the view
list-view-hint = For example: To call in Sofia
list-more-filters = more
list-clear = Clear
list-filter-remove = Remove: { $what }
list-filter-interest = Interest
list-interest-is = interest: { $what }
list-any-city = any city
list-last-contact = Last contact longer ago than
list-last-contact-is = last { $when }
list-older-than = { $count ->
    [one] more than { $count } day ago
   *[other] more than { $count } days ago
}
list-never = never
list-no-phone = no phone
list-without-city = no city
list-open-promise = open promise
list-column-information = Information
list-column-promise = Promise
list-column-ask = What to ask
list-city-hint = City, Enter, the next one
list-key-city = city

## Many selected
list-unmark = Select nobody
list-take-off = Not for the list
list-put-back = Back on the list
list-city-for-all = City for all selected
list-same-two = Are they one person?
list-export-these = Export the selected
list-whole = More for the list

## Sorting after an import
list-imported = { $count ->
    [one] 1 new person was imported
   *[other] { $count } new people were imported
}
list-sort = Sort names
list-sort-count = { $count ->
    [one] 1 name
   *[other] { $count } names
}
list-sort-position = { $at } of { $count }
list-sort-end = End
list-sort-other-city = Another city
list-sort-only-name = only the name
list-sort-next = next
list-sort-back = back
list-sort-kept = You can go on from here another time.
list-sort-nobody = No names to sort
list-sort-nobody-text = Everyone has a city, and it is said who they are.
list-sort-over = { $count ->
    [one] 1 name is sorted
   *[other] { $count } names are sorted
}
list-sort-over-text = Each decision stands in the history and can be undone.
list-sort-to-list = To the list
list-sort-key-close = c
list-sort-key-friend = f
list-sort-key-acquaintance = a
list-sort-key-colleague = k
list-sort-key-referral = r

## Duplicates
list-same = Duplicates
list-same-count = { $count ->
    [0] no duplicates
    [one] 1 pair
   *[other] { $count } pairs
}
list-same-nobody = No duplicates
list-same-nobody-text = No two people have the same phone, e-mail or name.
list-same-later = { $count ->
    [one] 1 pair is left for later
   *[other] { $count } pairs are left for later
}
list-same-later-text = They will be here when you open Duplicates again.
list-same-chosen = chosen by you
list-same-stays = stays
list-same-goes = joins the other
list-same-swap = Let the other one stay
list-same-nothing-new = Both say the same.
list-same-kept = Entries, orders, goals, notes and phones of both stay with { $name }.
list-same-not-now = Later
list-same-undo = brings both back
list-same-phone = the same phone { $value }
list-same-email = the same e-mail { $value }
list-same-name = the same name
list-filters = filters
list-city-in-row = City and Enter
list-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

## In a message

list-view-saved = View saved: { $name }
list-view-gone = View removed: { $name }
