### Diary

## Heading and days
diary-look = View
diary-month = Month
diary-month-before = Previous month
diary-month-after = Next month
diary-day = Day
diary-day-before = Previous day
diary-day-after = Next day
diary-chronicle = Chronicle
diary-until-day = until { $day }
diary-week = Week
diary-week-before = Previous week
diary-week-after = Next week
diary-go-today = Go to today
diary-go-to = Go to a date
diary-go-to-do = Go
diary-go-to-hint = 24.11, Friday, tomorrow
diary-week-free = This week is still empty. Click a free hour or press N.
diary-day-free = This day is still empty. Click a free hour or press N.
diary-month-free = This month is still empty. Double-click a day or press N.
diary-month-done = { $month } so far: { $done }
diary-count-two-plus-one = { $count ->
    [one] 1 2+1 meeting
   *[other] { $count } 2+1 meetings
}
diary-count-presentations = { $count ->
    [one] 1 presentation
   *[other] { $count } presentations
}
diary-entries = { $count ->
    [0] no entries
    [one] 1 entry
   *[other] { $count } entries
}
diary-open-day = Open the day
diary-chronicle-empty = There is nothing to tell yet
diary-chronicle-empty-text = What happened is read here: meetings and calls held with what was told of them, tasks done and notes, from today back.
diary-chronicle-begins = The diary begins here.
diary-agenda-empty = Nothing is ahead
diary-agenda-empty-text = Meetings, calls and tasks of the next 60 days appear here. Begin with the first entry.
diary-new-on = { $day }, new entry
diary-new-all-day = { $day }, new entry for the whole day
diary-from-to = { $from } to { $to }
diary-undated = no date
diary-written = written at { $time }
diary-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
diary-notes-of = { $day }, { $notes }
diary-invited = { $count ->
    [one] 1 invited
   *[other] { $count } invited
}

## Filters
diary-filter-kind = Kind
diary-filter-action = Action
diary-filter-priority = Priority
diary-filter-state = State
diary-filter-person = Person
diary-filter-all = All
diary-filter-none = No filters
diary-filter-everybody = Everybody
diary-filter-nothing = The filters let nothing through
diary-filter-nothing-text = There is no entry here that matches what was chosen.

## Without a date
diary-undated-tasks = No date
diary-undated-new = New task without a date
diary-undated-hint = Drag a task onto an hour or a day, or choose it and press P.
diary-undated-empty = There are no tasks without a date.

## Entry
diary-counts-as = counts as: { $action }
diary-counts-not = does not count in the plan
diary-guessed-by-people = guessed from the people
diary-guessed-by-kind = guessed from the kind
diary-named-in-title = Named in the title
diary-gone = This entry is gone
diary-delete-day = Delete this day only
diary-delete-series = Delete the whole series
diary-plan-again = Planned again
diary-move-day = To the date
diary-move-time = From what time
diary-move-now = Move the entry
diary-drag-tip = from { $from } to { $to } · Esc cancels
diary-drop-tip = to { $to } · Esc cancels
diary-copy-tip = copy to { $to } · Esc cancels
diary-from-to-when = from { $from } to { $to }
diary-series-ask-change = How much of the series changes?
diary-series-ask = What should move?
diary-series-this = Only this one
diary-series-following = This and the following
diary-series-all = All of them
diary-series-cannot = The rule of this series cannot be moved to another day.
diary-take-away = Take away { $name }

## Form
diary-change-entry = Change an entry
diary-kept-while-typing = kept while you type
diary-series-note = Changes apply to the whole series. For one day only, mark or move it from the entry's pane.
diary-title = What it is
diary-title-hint = For example: Coffee with Maria
diary-take-when = Set { $when }
diary-date = Date
diary-last-date = Last day
diary-from = From
diary-to = To
diary-hour = Time
diary-all-day = all day
diary-day-missing = Say which day it is.
diary-free = That time is free.
diary-taken = At that time: { $what }
diary-taken-more = At that time: { $what } and { $others } more
diary-meeting-with = meeting with { $names }
diary-place = Place
diary-mode = How
diary-people = People
diary-people-hint = Begin typing a name
diary-not-added-yet = { $name }: not among the people yet, confirm with Enter
diary-choose-person = { $name }: choose who is meant
diary-add-named = Add { $name }
diary-nobody-found = Nobody of that name is on the list.
diary-from-list-of = from the list of { $name }
diary-new-person = New person “{ $name }”
diary-priority = Priority
diary-reminder = Reminder
diary-reminder-none = no reminder
diary-reminder-at-start = at the start
diary-reminder-before = { $duration } before
diary-reminder-day-before = one day before
diary-reminder-at = reminder { $time }
diary-repeat = Repeats
diary-repeat-never = does not repeat
diary-repeat-daily = every day
diary-repeat-weekly = every week
diary-repeat-fortnightly = every two weeks
diary-repeat-monthly = every month
diary-repeat-yearly = every year
diary-repeat-other = by its own rule
diary-repeat-until = Repeats until
diary-repeat-until-hint = no end
diary-repeat-times = or how many times
diary-repeat-times-hint = no end
diary-every-days = Every how many days
diary-every-weeks = Every how many weeks
diary-every-months = Every how many months
diary-every-years = Every how many years
diary-repeat-every-days = every { $count } days
diary-repeat-every-weeks = every { $count } weeks
diary-repeat-every-months = every { $count } months
diary-repeat-every-years = every { $count } years
diary-weekdays = On which days
diary-monthly = Which day of the month
diary-monthly-date = on the same date ({ $day })
diary-monthly-place = { $gender ->
    [f] { $place ->
        [0] the last { $weekday }
        [1] the first { $weekday }
        [2] the second { $weekday }
        [3] the third { $weekday }
        [4] the fourth { $weekday }
       *[other] the fifth { $weekday }
    }
   *[m] { $place ->
        [0] the last { $weekday }
        [1] the first { $weekday }
        [2] the second { $weekday }
        [3] the third { $weekday }
        [4] the fourth { $weekday }
       *[other] the fifth { $weekday }
    }
}
diary-series-nothing = This rule gives no day at all. Change the days or the end.
diary-series-too-many = That is more days than the diary shows ({ $most } at most). Set a nearer end.
diary-series-counted = { $count ->
    [one] Once: { $first }.
   *[other] { $count } times, from { $first } to { $last }.
}
diary-series-begins = Begins { $first }.
diary-repeat-ends = until { $day }
diary-repeat-count = { $count ->
    [one] once
   *[other] { $count } times
}
diary-repeat-kept = What became of some days is already marked. They stay, and the series ends: { $day }.
diary-count = How many actions
diary-nature = Kind of task
diary-nature-task = plain task
diary-nature-my-promise = my promise
diary-nature-their-promise = their promise
diary-nature-information = information for somebody
diary-note = Note

## How it went
diary-met = Whom I met
diary-talked-about = What we talked about
diary-call-when = When to call
diary-information = Which information is needed
diary-promise = What we agreed
diary-promise-until = Until when
diary-unclear-until = It is not clear until when the agreement is. Put the day right or delete it.
diary-unclear-call-day = It is not clear when to call. Put the day right or delete it.
diary-unclear-call-time = It is not clear at what time to call. Put the time right or delete it.
diary-nothing-told = Nothing is written, so there is nothing to save.
diary-said-until = by { $date }
diary-new-contacts = New contacts
diary-new-contacts-hint = A name, then Enter
diary-what-matters = What matters
diary-creates-call = call, { $when }
diary-creates-information = task for the information
diary-creates-promise = promise, { $date }

## Training
diary-training-people = Who came
diary-came-count = { $came } of { $total }
diary-came = Came: { $name }
diary-came-how = How they took part: { $name }
diary-wants-more = wants to grow
diary-wants-more-name = Wants to grow: { $name }
diary-guest = One more person
diary-guest-hint = A name from the list, or a guest

## Whole days
diary-more = +{ $count } more
diary-more-on = { $count } more on { $day }

## How a 2+1 meeting went
diary-presented = Who presented
diary-presented-me = { $name } (me)
diary-presented-unsaid = not noted
diary-after = What each does after it
diary-after-of = After it: { $name }
diary-after-hint = tries the samples by Friday
diary-creates-step = { $name }: task, { $date }
diary-creates-step-call = { $name }: call, { $date }
